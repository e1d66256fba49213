import type { AuditRecord, ControllerRecord, RecordedObservation, UnitStateRecord } from '../audit/index.ts';
import type { Exchange } from '../protocols/index.ts';

/** What stands behind a number that an outcome cites. */
export type EvidenceEntry =
  | { readonly kind: 'observation'; readonly is: RecordedObservation }
  /** An entry that only says that observations in other entries were made again. */
  | { readonly kind: 'confirmation'; readonly is: { readonly evidence: number } }
  | { readonly kind: 'controller'; readonly is: ControllerRecord }
  | { readonly kind: 'unit-state'; readonly is: UnitStateRecord }
  | { readonly kind: 'exchange'; readonly is: Exchange & { readonly evidence: number } };

/** Entries of the evidence by their number; a number that is not here was not kept in the record. */
export type EvidenceIndex = ReadonlyMap<number, EvidenceEntry>;

/** Indexes everything in a record that an outcome may cite. */
export function indexEvidence(record: AuditRecord): EvidenceIndex {
  const entries: EvidenceEntry[] = [
    ...record.exchanges.map((is) => ({ kind: 'exchange', is }) as const),
    ...record.observations.map((is) => ({ kind: 'observation', is }) as const),
    ...confirmationsOf(record),
    ...record.controllers.map((is) => ({ kind: 'controller', is }) as const),
    ...record.unitStates.map((is) => ({ kind: 'unit-state', is }) as const),
  ];
  return new Map(entries.map((entry) => [entry.is.evidence, entry]));
}

function confirmationsOf({ observations }: AuditRecord): readonly EvidenceEntry[] {
  const numbers = new Set(observations.flatMap(({ confirmation }) => confirmation ?? []));
  return [...numbers].map((evidence) => ({ kind: 'confirmation', is: { evidence } }));
}
