import type { AuditRecord } from '../../audit/index.ts';
import { text } from '../../messages/index.ts';
import { sha256 } from '../bundle/index.ts';
import type { Statement } from './statement.ts';

/** Holds the photographs that people added against the hashes in the evidence; one that is not there is unknown. */
export function photographStatements(
  record: AuditRecord,
  bytesOf: (file: string) => Uint8Array | undefined,
): readonly Statement[] {
  return (record.expertFindings ?? []).flatMap(({ id, photographs }) =>
    photographs.map(({ file, sha256: expected }): Statement => {
      const bytes = bytesOf(file);
      if (bytes === undefined) return { state: 'unknown', says: text('finding.photograph-gone', { id, file }) };
      return sha256(bytes) === expected
        ? { state: 'holds', says: text('finding.photograph-holds', { id, file }) }
        : { state: 'broken', says: text('finding.photograph-differs', { id, file }) };
    }),
  );
}
