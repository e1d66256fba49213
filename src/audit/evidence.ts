import type { Plant } from '../plant/index.ts';
import type { Exchange, Observation } from '../protocols/index.ts';
import type { Coverage } from './coverage-types.ts';
import type { Outcome } from './outcome.ts';
import type {
  AuditHeader,
  Conclusion,
  ConfirmationRecord,
  ControllerRecord,
  ControllerTraffic,
  PackReference,
  UnitStateRecord,
  WitnessRecord,
} from './record.ts';

/** What each kind of entry in the evidence holds, in the order in which an audit writes them. */
export interface EvidenceBodies {
  'audit-started': AuditHeader;
  plant: Plant;
  pack: PackReference;
  exchange: Exchange;
  observation: Observation & { readonly sample: number };
  confirmation: ConfirmationRecord;
  controller: Omit<ControllerRecord, 'evidence'>;
  witness: WitnessRecord;
  'unit-state': Omit<UnitStateRecord, 'evidence'>;
  outcome: Outcome;
  coverage: Coverage;
  traffic: ControllerTraffic;
  conclusion: Conclusion;
  'audit-finished': { readonly finishedAt: string };
}
export type EvidenceKind = keyof EvidenceBodies;

/** Where an audit writes its evidence: append-only, each entry chained to the one before. */
export interface EvidenceLog {
  /** Writes an entry and gives its number; the numbers start at 1 without gaps. */
  append<K extends EvidenceKind>(kind: K, body: EvidenceBodies[K]): number;
  /** Writes entries of one kind together, all or none, and gives their numbers; far cheaper than one by one. */
  appendAll<K extends EvidenceKind>(kind: K, bodies: readonly EvidenceBodies[K][]): readonly number[];
  /** SHA-256 of the last entry, hex. */
  head(): string;
  close(): void;
}
