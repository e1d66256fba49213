/** How sure the legal source is, best first (judgement.md §8). Below `partial` a rule informs and cannot fail anybody. */
export const confidences = ['verified', 'partial', 'memory-high', 'memory', 'memory-low'] as const;
export type Confidence = (typeof confidences)[number];

/** True where a finding may rest on a source of this confidence. */
export function isConfirmed(confidence: Confidence): boolean {
  return confidence === 'verified' || confidence === 'partial';
}
