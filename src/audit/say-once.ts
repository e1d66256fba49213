import type { Rule, Weight } from '../rules/index.ts';
import type { CheckedOutcome } from './coverage.ts';
import type { Outcome, OutcomeBehind } from './outcome.ts';
import type { PlannedJudgement } from './planned-judgement.ts';

/** A judgement with what came of it. */
export interface Judged {
  readonly planned: PlannedJudgement;
  readonly checked: CheckedOutcome;
}

/** A judgement beside its outcome, as coverage and the one who says it once take it. */
export function judgedAs(planned: PlannedJudgement, outcome: Outcome): Judged {
  const { rule, weight } = planned.bound;
  return { planned, checked: { check: rule.check.use, rule: weight, outcome } };
}

/** From what binds to what informs. */
const strongestFirst: readonly Weight[] = ['binding', 'not-yet-due', 'advisory', 'unconfirmed-basis', 'house'];

/**
 * One fault is one finding: where a rule that stands behind another came to the same about the same subject, the one that
 * binds more strongly is left and names the other, the named one where they bind alike. Whatever the two say otherwise of a
 * subject stays as it is.
 */
export function sayOnce(all: readonly Judged[]): readonly CheckedOutcome[] {
  const followers = all.flatMap((judged) => {
    const leader = leaderOf(judged);
    return leader === undefined ? [] : [{ judged, leader }];
  });
  const wanted = new Set(followers.map(({ leader }) => leader));
  const byId = new Map<string, Judged>();
  for (const judged of all) if (wanted.has(judged.checked.outcome.id)) byId.set(judged.checked.outcome.id, judged);
  const behind = new Map<string, readonly OutcomeBehind[]>();
  const said = new Set<string>();
  for (const { judged: follower, leader: id } of followers) {
    const leader = byId.get(id);
    const left = leader === undefined ? undefined : leftOf(follower, leader);
    if (leader === undefined || left === undefined) continue;
    const other = left === leader ? follower : leader;
    said.add(other.checked.outcome.id);
    const by = left.checked.outcome.id;
    behind.set(by, [...(behind.get(by) ?? []), named(other)]);
  }
  return all.flatMap(({ checked }) => {
    const { outcome } = checked;
    if (said.has(outcome.id)) return [];
    const names = behind.get(outcome.id);
    return [names === undefined ? checked : { ...checked, outcome: { ...outcome, behind: names } }];
  });
}

/** The outcome that an outcome stands behind, by its id. */
function leaderOf({ planned: { bound, subject } }: Judged): string | undefined {
  return bound.rule.stands_behind === undefined ? undefined : `${bound.rule.stands_behind}@${subject.id}`;
}

/** Which of two judgements says it for both; undefined where each has something of its own to say. */
function leftOf(follower: Judged, leader: Judged): Judged | undefined {
  const [own, other] = [follower.checked.outcome, leader.checked.outcome];
  const isAlike = isSameCheck(follower.planned.bound.rule, leader.planned.bound.rule);
  if (leader.planned.untold !== undefined || follower.planned.subject.kind !== leader.planned.subject.kind)
    return undefined;
  if (follower.planned.untold !== undefined) {
    // Whether it concerns the subject is open, but not what it would say: nothing new where the other one binds as much or finds no fault.
    if (!isAlike || other.result === 'notselected') return undefined;
    const isAnswered = other.result === 'pass' || other.result === 'notapplicable' || rank(other) <= rank(own);
    return isAnswered ? leader : undefined;
  }
  if (own.result !== other.result) return undefined;
  if (own.result !== 'fail' && !(isAlike && isOpen(own.result))) return undefined;
  return rank(own) < rank(other) ? follower : leader;
}

function isSameCheck(a: Rule, b: Rule): boolean {
  return a.check.use === b.check.use && JSON.stringify(a.check.with) === JSON.stringify(b.check.with);
}

/** What would be listed twice, although it is neither a fault nor settled. */
function isOpen(result: Outcome['result']): boolean {
  return result === 'unknown' || result === 'error' || result === 'informational' || result === 'notchecked';
}

function rank({ weight }: Outcome): number {
  return strongestFirst.indexOf(weight);
}

function named({ planned, checked }: Judged): OutcomeBehind {
  const { rule, pack, statement, weight, clause } = checked.outcome;
  const { untold } = planned;
  return {
    rule,
    pack,
    statement,
    weight,
    ...(clause === undefined ? {} : { clause }),
    ...(untold === undefined ? {} : { untold }),
  };
}
