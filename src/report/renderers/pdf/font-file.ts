import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** The faces that the report is set in. */
export const fontNames = ['sans', 'sansBold', 'serif'] as const;
export type FontName = (typeof fontNames)[number];

const files: Readonly<Record<FontName, { readonly shipped: string; readonly inPackage: string }>> = {
  sans: {
    shipped: './fonts/NotoSansSC_400Regular.ttf',
    inPackage: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  },
  sansBold: {
    shipped: './fonts/NotoSansSC_700Bold.ttf',
    inPackage: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  },
  serif: {
    shipped: './fonts/NotoSerifSC_400Regular.ttf',
    inPackage: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  },
};

/** Path of a face: shipped beside the compiled code, or in the development package when the source runs uncompiled. */
export function fontFile(name: FontName): string {
  const { shipped, inPackage } = files[name];
  const beside = fileURLToPath(new URL(shipped, import.meta.url));
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve(inPackage);
}
