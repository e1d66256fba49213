import type { BoundRule, Part, Subject } from '../rules/index.ts';

/** The parts of a subject, or the error that kept the check from cutting it. */
export type Cut = { readonly parts: readonly Part[] } | { readonly error: string };

/** One rule that will be judged for one subject. */
export interface PlannedJudgement {
  readonly bound: BoundRule;
  readonly subject: Subject;
  /** Cuts the subject into parts, anew at every call: those of a whole group of plants do not lie in memory. */
  readonly cut: () => Cut;
  /** Facts that nobody declared and that decide whether the rule applies: its outcome is unknown. */
  readonly untold?: readonly string[];
}

/** The parts of a judgement; none where its check failed. */
export function partsOf(planned: PlannedJudgement): readonly Part[] {
  const cut = planned.cut();
  return 'parts' in cut ? cut.parts : [];
}
