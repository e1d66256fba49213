import type { AuditHeader, AuditRecord } from '../audit/index.ts';
import { type MessageKey, type Text, text } from '../messages/index.ts';

const marks: readonly { readonly key: MessageKey; holds(header: AuditHeader, finished: boolean): boolean }[] = [
  { key: 'report.mark-simulated', holds: (header) => header.simulatedTime },
  { key: 'report.mark-hypothetical', holds: (header) => header.hypothetical },
  { key: 'report.mark-unfinished', holds: (_, finished) => !finished },
];

/** What a reader must know before anything else: simulated plant, hypothetical law date, audit cut off, a part of the plant. */
export function marksOf({ header, end }: AuditRecord): readonly Text[] {
  const { only } = header;
  return [
    ...marks.filter((mark) => mark.holds(header, end !== undefined)).map((mark) => text(mark.key)),
    ...(only === undefined ? [] : [text('running.mark-only', { only: selectionText(only) })]),
  ];
}

function selectionText(only: NonNullable<AuditHeader['only']>): string {
  return only.map(({ kind, id }) => `${kind}=${id}`).join(' ');
}
