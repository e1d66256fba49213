// Copies what the compiler leaves out (YAML, CSV, schemas, fonts) beside the compiled code,
// so that every folder finds its own files through import.meta.url in the clone and in the package.
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const assets = /\.(yaml|csv|json|txt)$/;

function copyTree(from) {
  for (const entry of readdirSync(join(root, from), { withFileTypes: true })) {
    const path = join(from, entry.name);
    if (entry.isDirectory()) copyTree(path);
    else if (assets.test(entry.name)) {
      mkdirSync(join(root, 'dist', from), { recursive: true });
      copyFileSync(join(root, path), join(root, 'dist', path));
    }
  }
}
for (const folder of ['cli', 'src', 'fixtures']) copyTree(folder);

// Only the weights that the report draws with; the packages are development dependencies.
const require = createRequire(import.meta.url);
const weights = [
  ['@expo-google-fonts/noto-sans-sc', ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf']],
  ['@expo-google-fonts/noto-serif-sc', ['400Regular/NotoSerifSC_400Regular.ttf']],
];
const fonts = join(root, 'dist/src/report/renderers/pdf/fonts');
mkdirSync(fonts, { recursive: true });
for (const [name, files] of weights) {
  const home = dirname(require.resolve(`${name}/package.json`));
  for (const file of files) {
    const to = join(fonts, file.split('/').at(-1));
    if (!existsSync(to)) copyFileSync(join(home, file), to);
  }
  for (const licence of readdirSync(home).filter((file) => /^LICENSE/i.test(file))) {
    cpSync(join(home, licence), join(fonts, `${name.split('/').at(-1)}-${licence}`));
  }
}

chmodSync(join(root, 'dist/cli/main.js'), 0o755);
