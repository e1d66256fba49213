/** XCCDF's words. A check may say the first four; the rest only the engine may say. */
export const outcomeWords = [
  'pass',
  'fail',
  'notapplicable',
  'informational',
  'unknown',
  'error',
  'notchecked',
  'notselected',
] as const;
export type OutcomeWord = (typeof outcomeWords)[number];

const rank: Readonly<Record<OutcomeWord, number>> = {
  fail: 7,
  error: 6,
  unknown: 5,
  pass: 4,
  informational: 3,
  notchecked: 2,
  notapplicable: 1,
  notselected: 0,
};

/** The word for several parts of one subject: fail outranks doubt, doubt outranks pass. No part at all is `notchecked`. */
export function combineOutcomes(words: readonly OutcomeWord[]): OutcomeWord {
  return (
    words.reduce<OutcomeWord | undefined>(
      (worst, word) => (worst === undefined || rank[word] > rank[worst] ? word : worst),
      undefined,
    ) ?? 'notchecked'
  );
}
