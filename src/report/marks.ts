import type { AuditHeader, AuditRecord } from '../audit/index.ts';
import type { MessageKey } from '../messages/index.ts';

const marks: readonly { readonly key: MessageKey; holds(header: AuditHeader, finished: boolean): boolean }[] = [
  { key: 'report.mark-simulated', holds: (header) => header.simulatedTime },
  { key: 'report.mark-hypothetical', holds: (header) => header.hypothetical },
  { key: 'report.mark-unfinished', holds: (_, finished) => !finished },
];

/** What a reader must know before anything else: simulated plant, hypothetical law date, audit cut off. */
export function marksOf({ header, end }: AuditRecord): readonly MessageKey[] {
  return marks.filter((mark) => mark.holds(header, end !== undefined)).map((mark) => mark.key);
}
