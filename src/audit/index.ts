export {
  type Answer,
  type Cell,
  type Column,
  type Coverage,
  type CoverageCounts,
  type CoverageRow,
  columns,
} from './coverage-types.ts';
export type { Missing, Outcome, PartOutcome, Weight } from './outcome.ts';
export type {
  AuditHeader,
  AuditRecord,
  Conclusion,
  ControllerRecord,
  ControllerTraffic,
  PackReference,
  RecordedObservation,
  UnitStateRecord,
  UnitStateWord,
} from './record.ts';
