import { type AuditRecord, type Entry, readRecordAt } from '../../audit/index.ts';

/** The same audit as it stood at each head that its finished chain had before people added to it. */
export function earlierRecords(entries: readonly Entry[], { formerHeads = [] }: AuditRecord): readonly AuditRecord[] {
  return formerHeads.flatMap((head) => readRecordAt(entries, head) ?? []);
}
