export { fromCanonical, toCanonical } from './canonical.ts';
export type { CollectWiring } from './collect.ts';
export {
  type Answer,
  type Cell,
  type Column,
  type Coverage,
  type CoverageCounts,
  type CoverageRow,
  columns,
} from './coverage-types.ts';
export type { EvidenceLog } from './evidence.ts';
export type { ExpertFinding } from './expert-finding.ts';
export { type Selector, type SelectorKind, selectable, selectorKinds } from './only.ts';
export type { Missing, Outcome, OutcomeBehind, PartOutcome } from './outcome.ts';
export type { AuditProgress } from './progress.ts';
export type {
  AuditHeader,
  AuditRecord,
  Conclusion,
  ControllerRecord,
  ControllerTraffic,
  PackReference,
  RecheckBasis,
  RecheckCitation,
  RecordedObservation,
  Resumption,
  UnitStateRecord,
  WitnessRecord,
} from './record.ts';
export {
  assumedAnswerMs,
  type Contingency,
  type ContingencyReason,
  type ControllerRequests,
  type CountedRequest,
  isListed,
} from './request-plan.ts';
export { requestsOfAudit } from './requests-of-audit.ts';
export { type AuditEnd, type AuditRequest, runAudit } from './run-audit.ts';
export { runCases } from './run-cases.ts';
export type { Seen } from './running-coverage.ts';
export type { Selection } from './select-judgements.ts';
export {
  appendExpertFinding,
  type ChainState,
  continueSqliteLog,
  createSqliteLog,
  type Entry,
  entryHash,
  genesis,
  isBeingWritten,
  isBusy,
  MemoryLog,
  openDatabase,
  readEntries,
  readRecord,
  readRecordAt,
  untoldTraffic,
  verifyChain,
  writeEntries,
} from './store/index.ts';
export {
  type CitedDemand,
  conclusionOf,
  type DemandRecord,
  isWatch,
  type Resolution,
  readWatch,
  requestsOfWatch,
  runWatch,
  type WatchEnd,
  type WatchHeader,
  type WatchRecord,
  type WatchRequest,
  type WatchWindow,
  type WatchWiring,
} from './watch/index.ts';
export type { WitnessWiring } from './witness.ts';
