export { type Applicability, applies } from './applies.ts';
export { type BoundRule, bindRules, type Weight } from './bind.ts';
export * from './calendar/index.ts';
export * from './catalogue/index.ts';
export type {
  Check,
  CheckContext,
  Inputs,
  Judgement,
  Need,
  Part,
  RecordReach,
  Sample,
  UnitStateWord,
  Witnessed,
} from './check.ts';
export { isInOperation, unitStateWords } from './check.ts';
export { causePartName } from './checks/effect-has-cause/cause-part-name.ts';
export { checks } from './checks/index.ts';
export { monthsAfter } from './checks/stated/months-after.ts';
export { actionPartName } from './checks/trip-acts/action-part-name.ts';
export { clauseOfFact } from './clause-of-fact.ts';
export { clockOffset } from './clock-offset.ts';
export { type Confidence, confidences } from './confidence.ts';
export {
  type Confirmation,
  confirmationSchema,
  confirmCatalogue,
  confirmPack,
} from './confirmation.ts';
export * from './demand/index.ts';
export { factsWithoutRule } from './facts-without-rule.ts';
export { type LoadedPack, loadPack, shippedPackIds } from './load-pack.ts';
export { localDate, localTime } from './local-time.ts';
export { combineOutcomes, type OutcomeWord, outcomeWords } from './outcome-word.ts';
export type { Pack, PackFault } from './pack.ts';
export { packFolders } from './pack-folders.ts';
export { readYaml } from './read-yaml.ts';
export type { Clause, Rule, Severity, SubjectKind } from './rule.ts';
export { subjectKinds } from './rule.ts';
export { sourceOf } from './source-of.ts';
export type { KindedFunction, Subject, SubjectOf } from './subject.ts';
export type { Localized } from './written-forms.ts';
export { calendarDate, durationMs } from './written-forms.ts';
