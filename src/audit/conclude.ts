import type { Coverage } from './coverage-types.ts';
import type { Outcome } from './outcome.ts';
import type { Conclusion } from './record.ts';

/** Fail outranks doubt, doubt outranks pass; an audit that judged nothing is inconclusive (design §4, judgement.md §3). What was `confined` to a part says nothing of the whole. */
export function conclude(outcomes: readonly Outcome[], coverage: Coverage, confined = false): Conclusion {
  const binding = outcomes.filter((outcome) => outcome.weight === 'binding');
  if (binding.some((outcome) => outcome.result === 'fail')) return { result: 'not-satisfied', exitCode: 1 };
  const doubtful = outcomes.some(
    (outcome) =>
      (outcome.result === 'unknown' || outcome.result === 'error') &&
      (outcome.weight === 'binding' || outcome.weight === 'house'),
  );
  const { required, pass } = coverage.all;
  return confined || required === 0 || pass < required || doubtful
    ? { result: 'inconclusive', exitCode: 3 }
    : { result: 'satisfied', exitCode: 0 };
}
