import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exitCode } from '../../exit-code.ts';
import type { Terminal } from '../../terminal.ts';
import { openPacks } from './open-packs.ts';
import { referenceFiles } from './reference/reference-files.ts';

/** Writes the rule reference in both languages. */
export function writeDocs(names: readonly string[], out: string, io: Terminal): number {
  const packs = openPacks(names, io);
  if (packs === undefined) return exitCode.usage;
  const files = referenceFiles(packs);
  for (const [name, text] of files) {
    const file = join(out, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  io.print(io.say('rulebase.docs-written', { files: files.size, out }));
  return exitCode.done;
}
