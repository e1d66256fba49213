import type { AuditRecord, Outcome, RecheckBasis, Selection } from '../../audit/index.ts';
import { lastByTag } from './compare-points.ts';

/** What of an audit is judged again: its findings, and for a missing function also all that now claims to be it. */
export interface RecheckPlan {
  readonly outcomes: readonly string[];
  readonly concerns: Selection;
  /** What before and after are told from. */
  readonly basis: RecheckBasis;
}

/**
 * Picks the judgements of a re-inspection. A function that was missing is not there because a plant file now declares
 * it: every rule about the functions that cover it is judged too.
 */
export function recheckOf(record: AuditRecord, outcomes: readonly string[]): RecheckPlan {
  const wanted = new Set(outcomes);
  const rows = new Set(
    record.outcomes.flatMap(({ id, subject }) =>
      wanted.has(id) && subject.kind === 'required-function' ? [subject.id] : [],
    ),
  );
  const before = record.outcomes.filter(({ id }) => wanted.has(id));
  const behind = before.flatMap((outcome) => [...lastByTag(record, outcome).values()]);
  return {
    basis: { outcomes: before, observations: [...new Map(behind.map((each) => [each.evidence, each])).values()] },
    outcomes: record.outcomes.flatMap(({ id }) => (wanted.has(id) ? [id] : [])),
    concerns: (rule, subject) =>
      wanted.has(`${rule.id}@${subject.id}`) ||
      (subject.kind === 'safety-function' && subject.rows.some((row) => rows.has(row.id))),
  };
}

/** The outcomes of an audit that a re-inspection goes back to: what failed and binds. */
export function failedOutcomes({ outcomes }: AuditRecord): readonly string[] {
  return outcomes.filter(isOpen).map(({ id }) => id);
}

function isOpen({ result, weight }: Outcome): boolean {
  return result === 'fail' && (weight === 'binding' || weight === 'not-yet-due');
}
