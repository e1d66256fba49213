import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const here = import.meta.dirname;
// Inside node_modules, so that a plain Node finds the library from there.
const folder = join(here, '../../../node_modules/.cache/tripline/silence');

/** The source file as a module that a plain Node runs; the runner of these tests catches what is printed. */
async function compiled(name: string): Promise<void> {
  const source = await readFile(join(here, `${name}.ts`), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
  });
  await writeFile(join(folder, `${name}.mjs`), outputText.replaceAll(/(\.\/[\w-]+)\.ts'/g, "$1.mjs'"));
}

const printedBy = async (specifier: string) =>
  (await run(process.execPath, ['--input-type=module', '-e', `await import('${specifier}')`], { cwd: folder })).stdout;

describe('the library', () => {
  // On Node 20 it takes some seconds: there the library tries out a key that it makes for that, and prints what comes of it.
  it('prints nothing to stdout when it is loaded through our door', async () => {
    await mkdir(folder, { recursive: true });
    await compiled('silence-library');
    await compiled('library');
    expect(await printedBy('./library.mjs')).toBe('');
  }, 60_000);
});
