import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { AuditRecord } from '../src/audit/index.ts';
import { loadPack, packFolders } from '../src/rules/index.ts';
import type { Terminal } from './terminal.ts';

/** The packs that were judged by and those that they may extend, where this machine still has the same ones. */
export function packFiles(
  record: AuditRecord,
  given: readonly string[],
  io: Terminal,
): readonly (readonly [string, Uint8Array])[] {
  return record.packs.flatMap(({ id, sha256: expected }) => {
    const found = [id, ...given].find((each) => {
      const loaded = loadPack(each);
      return loaded.ok && loaded.pack.id === id && loaded.pack.sha256 === expected;
    });
    if (found !== undefined) {
      return packFolders(found).flatMap((folder) => filesOf(folder, `packs/${basename(folder)}`));
    }
    io.note(io.say('verify.pack-not-bundled', { pack: id }));
    return [];
  });
}

function filesOf(folder: string, into: string): readonly (readonly [string, Uint8Array])[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesOf(path, `${into}/${name}`);
    return name.endsWith('.yaml') ? [[`${into}/${name}`, readFileSync(path)] as const] : [];
  });
}
