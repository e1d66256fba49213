import type { AuditRecord, Outcome, RecordedObservation } from '../../audit/index.ts';

/** One point that a finding rested on, as it was and as it is; absent where it was not read. */
export interface PointPair {
  readonly tag: string;
  readonly before?: RecordedObservation;
  readonly after?: RecordedObservation;
}

/** The points behind a finding side by side, from the evidence of both audits. */
export function comparePoints(
  before: { readonly record: Pick<AuditRecord, 'observations'>; readonly outcome: Outcome },
  after: { readonly record: Pick<AuditRecord, 'observations'>; readonly outcome: Outcome | undefined },
): readonly PointPair[] {
  const [was, is] = [lastByTag(before.record, before.outcome), lastByTag(after.record, after.outcome)];
  return [...new Set([...was.keys(), ...is.keys()])].sort().map((tag) => {
    const [first, second] = [was.get(tag), is.get(tag)];
    return { tag, ...(first && { before: first }), ...(second && { after: second }) };
  });
}

/** Of each point behind an outcome the last observation. */
export function lastByTag(
  { observations }: Pick<AuditRecord, 'observations'>,
  outcome: Outcome | undefined,
): ReadonlyMap<string, RecordedObservation> {
  const evidence = new Set(outcome?.evidence ?? []);
  return new Map(observations.filter((each) => evidence.has(each.evidence)).map((each) => [each.tag, each]));
}
