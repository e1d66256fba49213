import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type AuditRecord, readEntries, readRecord } from '../../../src/audit/index.ts';
import { documentName, makeBundle, sha256 } from '../../../src/report/index.ts';
import { exitCode } from '../../exit-code.ts';
import { packFiles } from '../../pack-files.ts';
import type { Terminal } from '../../terminal.ts';
import type { BundleOptions } from './verb.ts';

/** Writes a bundle of an evidence file and of what stands beside it; what could not be taken along is said. */
export function writeBundle(file: string, { plant, pack, out }: BundleOptions, io: Terminal): number {
  try {
    const entries = readEntries(file);
    const record = readRecord(entries);
    const files = new Map([
      ...beside(file),
      ...photographs(file, record, io),
      ...packFiles(record, pack, io),
      ...documents(record, plant, io),
    ]);
    const bytes = makeBundle(entries, files);
    const target = out ?? join(dirname(file), `${record.header.id}.zip`);
    writeFileSync(target, bytes);
    io.print(
      io.say('verify.bundled', { file: target, files: files.size + 2, bytes: bytes.length, head: record.chainHead }),
    );
    return exitCode.done;
  } catch (error) {
    io.fail('verify.unreadable', { file, message: error instanceof Error ? error.message : String(error) });
    return exitCode.usage;
  }
}

/** Reports and results in the folder of the evidence. */
function beside(file: string): readonly (readonly [string, Uint8Array])[] {
  const folder = dirname(file);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pdf') || name === 'result.json')
    .map((name) => [name, readFileSync(join(folder, name))] as const);
}

/** Photographs that were added to the evidence; one that is not there, or is another, is said. */
function photographs(file: string, record: AuditRecord, io: Terminal): readonly (readonly [string, Uint8Array])[] {
  const all = (record.expertFindings ?? []).flatMap((finding) => finding.photographs);
  return all.flatMap(({ file: name, sha256: expected }) => {
    const path = join(dirname(file), name);
    const bytes = existsSync(path) ? readFileSync(path) : undefined;
    if (bytes !== undefined && sha256(bytes) === expected) return [[name, bytes] as const];
    io.note(io.say('verify.document-not-found', { document: name, because: bytes === undefined ? path : 'SHA-256' }));
    return [];
  });
}

function documents(
  record: AuditRecord,
  plant: string | undefined,
  io: Terminal,
): readonly (readonly [string, Uint8Array])[] {
  if (plant === undefined) return [];
  return [...record.plant.documents.values()].flatMap((document) => {
    if (document.file === undefined) return [];
    const path = join(dirname(plant), document.file);
    if (!existsSync(path)) {
      io.note(io.say('verify.document-not-found', { document: document.id, because: path }));
      return [];
    }
    const bytes = readFileSync(path);
    if (document.sha256 !== undefined && sha256(bytes) !== document.sha256) {
      io.note(io.say('verify.document-not-found', { document: document.id, because: 'SHA-256' }));
      return [];
    }
    return [[documentName(document), bytes] as const];
  });
}
