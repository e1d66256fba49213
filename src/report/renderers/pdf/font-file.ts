import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** The faces that the report is set in. */
export type FontWeight = 'regular' | 'bold';

const files: Readonly<Record<FontWeight, { readonly shipped: string; readonly inPackage: string }>> = {
  regular: {
    shipped: './fonts/NotoSansSC_400Regular.ttf',
    inPackage: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  },
  bold: {
    shipped: './fonts/NotoSansSC_700Bold.ttf',
    inPackage: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  },
};

/** Path of a face: shipped beside the compiled code, or in the development package when the source runs uncompiled. */
export function fontFile(weight: FontWeight): string {
  const { shipped, inPackage } = files[weight];
  const beside = fileURLToPath(new URL(shipped, import.meta.url));
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve(inPackage);
}
