export type * from './catalogue/index.ts';
export type { Check, CheckContext, Inputs, Judgement, Need, Part, Sample } from './check.ts';
export { type Confidence, confidences, isConfirmed } from './confidence.ts';
export { combineOutcomes, type OutcomeWord, outcomeWords } from './outcome-word.ts';
export type { Clause, Rule, Severity, SubjectKind } from './rule.ts';
export type { Subject, SubjectOf } from './subject.ts';
export type { Localized } from './written-forms.ts';
