export type { CaseState } from './case/case-state.ts';
export { refusalOf } from './case/decide-move.ts';
export { type Move, type Moved, moveSchema } from './case/move.ts';
export { expertRule } from './case/opened.ts';
export { isOverdue } from './case/overdue.ts';
export { type ProposedLimit, proposeLimit } from './case/propose-limit.ts';
export {
  type ArrangementItem,
  arrangementItems,
  type EscalationStep,
  escalationSteps,
  grades,
  type Stage,
  stages,
  type Verdict,
} from './case/stage.ts';
export {
  type Draft,
  type DraftBlock,
  type DraftField,
  type DraftKind,
  draftKinds,
  type Said,
} from './documents/draft.ts';
export { draftOf } from './documents/draft-of.ts';
export { escalationOn } from './escalation/escalation-on.ts';
export { type CaseDeadline, deadlinesOf } from './lists/deadlines.ts';
export { type Change, type DiffLine, diffAudits } from './lists/diff-audits.ts';
export { type CaseFilter, filterCases } from './lists/filter-cases.ts';
export { type Ledger, type LedgerCell, ledgerOf } from './lists/ledger.ts';
export { periodOf } from './lists/period.ts';
export { type CensusLine, census, type EnterpriseLine, enterpriseLines } from './lists/roll-up.ts';
export { type HazardCounts, type Period, statistics } from './lists/statistics.ts';
export { comparePoints, type PointPair } from './recheck/compare-points.ts';
export { failedOutcomes, recheckOf } from './recheck/recheck-of.ts';
export { type RecheckVerdict, verdictOf } from './recheck/verdict-of.ts';
export { importAudit } from './register/import-audit.ts';
export type { NewEntry, RegisterEntry } from './register/register-entry.ts';
export { type Appended, RegisterFile } from './register/register-file.ts';
export { type RegisterState, registerState } from './register/register-state.ts';
export { reopenCase } from './register/reopen-case.ts';
export { type LoadedSettings, loadSettings } from './settings/load-settings.ts';
export { type Settings, type WorkKind, workKinds } from './settings/settings.ts';
