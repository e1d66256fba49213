import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { AuditRecord } from '../../audit/index.ts';
import { text } from '../../messages/index.ts';
import { loadPack } from '../../rules/index.ts';
import type { BundleFiles } from '../bundle/index.ts';
import type { Statement } from './statement.ts';

/** Loads the rule packs that a bundle holds under `packs/` and compares their hashes with what the record judged by. */
export function packStatements(record: AuditRecord, files: BundleFiles): readonly Statement[] {
  const own = [...files].filter(([name]) => name.startsWith('packs/'));
  if (own.length === 0) return [{ state: 'remark', says: text('verify.no-packs') }];
  const folder = mkdtempSync(join(tmpdir(), 'tripline-packs-'));
  try {
    for (const [name, bytes] of own) {
      const file = join(folder, ...name.split('/').slice(1));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }
    return record.packs.map(({ id, sha256 }): Statement => {
      if (!files.has(`packs/${id}/pack.yaml`))
        return { state: 'remark', says: text('verify.pack-missing', { pack: id }) };
      const loaded = loadPack(join(folder, id));
      const holds = loaded.ok && loaded.pack.sha256 === sha256;
      return {
        state: holds ? 'holds' : 'broken',
        says: text(holds ? 'verify.pack-holds' : 'verify.pack-differs', { pack: id }),
      };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
