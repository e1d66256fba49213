import type { Plant } from '../plant/index.ts';
import type { Exchange, Observation } from '../protocols/index.ts';
import type { Confirmation, TestForm } from '../rules/index.ts';
import type { Coverage } from './coverage-types.ts';
import type { ExpertFinding } from './expert-finding.ts';
import type { Outcome } from './outcome.ts';
import type {
  AuditHeader,
  Conclusion,
  ConfirmationRecord,
  ControllerRecord,
  ControllerTraffic,
  PackReference,
  RecheckBasis,
  Resumption,
  UnitStateRecord,
  WitnessRecord,
} from './record.ts';
import type { CitedDemand } from './watch/cite-watch.ts';
import type { DemandRecord, WatchHeader } from './watch/watch-record.ts';

/** What each kind of entry in the evidence holds, in the order in which an audit, and then a watch, writes them. */
export interface EvidenceBodies {
  'audit-started': AuditHeader;
  'audit-resumed': Resumption;
  plant: Plant;
  pack: PackReference;
  'fact-confirmed': Confirmation;
  'recheck-basis': RecheckBasis;
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
  /** Behind the end: what people saw. */
  'expert-finding': ExpertFinding;
  'audit-finished': { readonly finishedAt: string };
  'demand-cited': CitedDemand;
  'watch-started': WatchHeader;
  'test-form': TestForm;
  demand: DemandRecord;
  'watch-finished': { readonly finishedAt: string };
}
export type EvidenceKind = keyof EvidenceBodies;

/**
 * Where an audit writes its evidence: append-only, each entry chained to the one before. Bodies must not change once they
 * are given, since a log may write them a moment later; a log that could not write throws at the next call.
 */
export interface EvidenceLog {
  /** Takes an entry and gives its number; the numbers start at 1 without gaps. */
  append<K extends EvidenceKind>(kind: K, body: EvidenceBodies[K]): number;
  /** Takes entries of one kind, which are written together or not at all, and gives their numbers. */
  appendAll<K extends EvidenceKind>(kind: K, bodies: readonly EvidenceBodies[K][]): readonly number[];
  /** SHA-256 of the last entry, hex; everything has been written when it returns. */
  head(): string;
  /** Writes what waits, and lets go of the file. Call it however the audit ended. */
  close(): void;
}
