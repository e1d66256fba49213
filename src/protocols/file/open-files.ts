import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type { ExportKind, ExportTarget } from '../exported.ts';
import type { Fault } from '../fault.ts';
import type { EpochMs } from '../observation.ts';
import type { Target } from '../target.ts';
import { type ReadExport, readExport } from './read-export.ts';

/** One file of an export, read and taken apart. */
export interface OpenedFile extends ReadExport {
  readonly name: string;
  readonly sha256: Uint8Array;
  readonly bytes: number;
  readonly holds: ExportKind;
}

/** All files of a target, or why the first bad one could not be read. */
export type OpenedFiles =
  | { readonly ok: true; readonly files: readonly OpenedFile[]; readonly until: EpochMs }
  | { readonly ok: false; readonly fault: Fault; readonly name: string };

/** Reads and takes apart every file of a target. `until` is the moment that they reach to. Throws for nothing that a file may be. */
export async function openFiles({ endpoints: [endpoint], exported }: Target): Promise<OpenedFiles> {
  if (endpoint.protocol !== 'file' || exported === undefined) throw new Error('no files are declared');
  const files: OpenedFile[] = [];
  for (const [index, name] of endpoint.paths.entries()) {
    const opened = await openFile(name, exported.holds[index] ?? exported.holds[0], exported);
    if ('fault' in opened) return { ok: false, fault: opened.fault, name };
    files.push(opened);
  }
  const last = files.reduce((latest, { cells }) => Math.max(latest, cells.at(-1)?.atMs ?? 0), 0);
  return { ok: true, files, until: exported.until ?? last };
}

async function openFile(
  name: string,
  holds: ExportKind,
  { folder, zoneMinutes }: ExportTarget,
): Promise<OpenedFile | { readonly fault: Fault }> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(isAbsolute(name) ? name : join(folder, name));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return { fault: { kind: 'unreachable', code: `${name} ${code}` } };
  }
  const read = await readExport(bytes, zoneMinutes);
  if (read === undefined)
    return { fault: { kind: 'malformed-reply', what: `${name}: no header with time and values` } };
  return { ...read, name, holds, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest() };
}
