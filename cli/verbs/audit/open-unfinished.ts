import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  type AuditRecord,
  type ControllerTraffic,
  isBeingWritten,
  readEntries,
  readRecord,
  untoldTraffic,
} from '../../../src/audit/index.ts';
import type { Terminal } from '../../terminal.ts';

/** An audit that was cut off and may go on. */
export interface Unfinished {
  readonly id: string;
  readonly record: AuditRecord;
  readonly untold: readonly ControllerTraffic[];
  readonly file: string;
  readonly folder: string;
}

/** Opens what `--resume` names, the folder of an audit or its evidence; says why and gives undefined where it cannot go on. */
export function openUnfinished(named: string, io: Terminal): Unfinished | undefined {
  const file = isFolder(named) ? join(named, 'audit.sqlite') : named;
  try {
    const entries = readEntries(file);
    const record = readRecord(entries);
    if (record.end !== undefined) {
      io.fail('running.resume-finished', { id: record.header.id, at: record.end.finishedAt });
      return undefined;
    }
    if (record.header.recheck !== undefined) {
      io.fail('running.resume-recheck', { id: record.header.id });
      return undefined;
    }
    if (isBeingWritten(file)) {
      io.fail('running.resume-busy', { file });
      return undefined;
    }
    return { id: record.header.id, record, untold: untoldTraffic(entries), file, folder: dirname(file) };
  } catch (error) {
    io.fail('cli.no-evidence', { file, message: error instanceof Error ? error.message : String(error) });
    return undefined;
  }
}

function isFolder(named: string): boolean {
  return statSync(named, { throwIfNoEntry: false })?.isDirectory() === true;
}
