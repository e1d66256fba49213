import type { PlannedJudgement } from './planned-judgement.ts';

/**
 * The judgements with those of one subject side by side, subjects in the order in which they come first. A plan goes rule by
 * rule through the whole plant; subject by subject what was seen of a point is worked out once and soon forgotten.
 */
export function bySubject(judgements: readonly PlannedJudgement[]): readonly PlannedJudgement[] {
  const groups = new Map<string, PlannedJudgement[]>();
  for (const planned of judgements) {
    const { kind, id } = planned.subject;
    const key = `${kind} ${id}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [planned]);
    else group.push(planned);
  }
  return [...groups.values()].flat();
}

/** Does something with every judgement, subject by subject; the results stand in the order of the plan. */
export function mapBySubject<T extends object>(
  judgements: readonly PlannedJudgement[],
  judged: (planned: PlannedJudgement) => T,
): readonly T[] {
  const results = new Map<PlannedJudgement, T>();
  for (const planned of bySubject(judgements)) results.set(planned, judged(planned));
  return judgements.map((planned) => {
    const result = results.get(planned);
    if (result === undefined) throw new Error('a judgement was lost');
    return result;
  });
}
