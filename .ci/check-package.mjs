// Watches what `npm pack` holds: everything that is needed, nothing else, at the size that the READMEs state; with --demo the
// packed program audits its simulated plant. Needs a build (npm run package makes one).
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const root = join(import.meta.dirname, '..');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const folder = mkdtempSync(join(tmpdir(), 'tripline-pack-'));
const faults = [];
try {
  const words = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const packed = JSON.parse(execFileSync(npm, words, { cwd: root, encoding: 'utf8', maxBuffer: 1e8 }));
  const [{ files, filename, size, unpackedSize }] = Array.isArray(packed) ? packed : Object.values(packed);
  const names = files.map(({ path }) => path.replaceAll('\\', '/'));

  const allowed = [
    /^(package\.json|README\.md|README\.zh-CN\.md|LICENSE|NOTICE|CHANGELOG\.md)$/,
    /^dist\/(cli|src)\/.*\.(js|yaml|csv|json|txt)$/,
    /^dist\/src\/report\/renderers\/pdf\/fonts\/(NotoS(ans|erif)SC_(400Regular|700Bold)\.ttf|noto-s(ans|erif)-sc-LICENSE\w*)$/,
    /^dist\/fixtures\/(simulators|plants|scenarios|packs)\/.*\.(js|yaml|csv|txt)$/,
  ];
  for (const name of names) if (!allowed.some((one) => one.test(name))) faults.push(`not needed: ${name}`);
  for (const name of names) if (/\.test\.|test-data/.test(name)) faults.push(`a test: ${name}`);

  const needed = [
    'dist/cli/main.js',
    'dist/src/protocols/witness/child.js',
    'dist/src/report/renderers/pdf/fonts/NotoSansSC_400Regular.ttf',
    'dist/src/report/renderers/pdf/fonts/NotoSansSC_700Bold.ttf',
    'dist/src/report/renderers/pdf/fonts/NotoSerifSC_400Regular.ttf',
    'dist/src/rules/packs/house/pack.yaml',
    'dist/src/messages/topics/zh/fault/timeout-read.txt',
    'dist/src/messages/topics/en/fault/timeout-read.txt',
    'dist/fixtures/plants/chlorination/plant.yaml',
    'dist/fixtures/scenarios/demo.yaml',
    'dist/fixtures/packs/demo/pack.yaml',
    'LICENSE',
    'NOTICE',
  ];
  for (const name of needed) if (!names.includes(name)) faults.push(`missing: ${name}`);
  if (!names.some((name) => /fonts\/noto-sans-sc-LICENSE/.test(name))) faults.push('missing: the licence of the fonts');

  const megabytes = (bytes) => bytes / 1e6;
  for (const readme of ['README.md', 'README.zh-CN.md']) {
    const stated = Number(/(\d+) MB/.exec(readFileSync(join(root, readme), 'utf8'))?.[1]);
    const differs = Math.abs(stated - megabytes(size)) > 0.1 * megabytes(size);
    if (!(stated > 0) || differs)
      faults.push(`${readme} states ${stated} MB, the package has ${megabytes(size).toFixed(1)} MB`);
  }
  console.log(
    `${filename}: ${names.length} files, ${megabytes(size).toFixed(1)} MB packed, ${megabytes(unpackedSize).toFixed(1)} MB unpacked`,
  );

  if (process.argv.includes('--demo')) {
    execFileSync('tar', ['xzf', join(folder, filename), '-C', folder]);
    // Its dependencies are those of this checkout; an install from the registry would bring the same ones.
    symlinkSync(join(root, 'node_modules'), join(folder, 'package', 'node_modules'), 'junction');
    const main = join(folder, 'package', 'dist', 'cli', 'main.js');
    const demo = spawnSync(process.execPath, [main, 'demo', '--lang', 'en'], { cwd: folder, encoding: 'utf8' });
    console.log(demo.stderr.trim().split('\n').at(-1));
    if (demo.status !== 0) faults.push(`the packed demo says ${demo.status}: ${demo.stderr}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
