import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeEntries } from '../../../src/audit/index.ts';
import { openBundle } from '../../../src/report/index.ts';
import { exitCode } from '../../exit-code.ts';
import type { Terminal } from '../../terminal.ts';
import { verifyFile } from '../verify/verify-file.ts';

/** Unpacks a bundle into a new folder; one that is broken is shown and not unpacked. */
export async function unpackBundle(file: string, out: string | undefined, io: Terminal): Promise<number> {
  const code = await verifyFile(file, { ca: [] }, io);
  if (code === exitCode.notSatisfied || code === exitCode.usage) return code;
  const { manifest, files, entries } = openBundle(readFileSync(file));
  const folder = out ?? manifest.audit;
  if (existsSync(folder)) {
    io.fail('verify.folder-exists', { folder });
    return exitCode.usage;
  }
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of files) {
    const path = join(folder, ...name.split('/'));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  writeEntries(join(folder, 'audit.sqlite'), entries);
  io.print(io.say('verify.unbundled', { folder, files: files.size + 1 }));
  return code;
}
