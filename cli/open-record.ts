import { type AuditRecord, readRecord } from '../src/audit/index.ts';
import { readEvidence } from './read-evidence.ts';
import type { Terminal } from './terminal.ts';

/** The audit in an evidence file or a bundle; says what is wrong with the file and gives undefined where there is none. */
export function openRecord(file: string, io: Terminal): AuditRecord | undefined {
  try {
    return readRecord(readEvidence(file));
  } catch (error) {
    io.fail('cli.no-evidence', { file, message: error instanceof Error ? error.message : String(error) });
    return undefined;
  }
}
