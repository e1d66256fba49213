import { type Text, text } from '../messages/index.ts';
import type { Plant } from '../plant/index.ts';
import { combineOutcomes, limitEnd, type Part, type Rule, type Subject, type Weight } from '../rules/index.ts';
import type { Outcome, PartOutcome } from './outcome.ts';
import type { PlannedJudgement } from './plan.ts';
import type { UnitStateRecord } from './record.ts';
import { type Observed, vouch } from './vouch.ts';

/** What judging rests on, beside the plan. */
export interface JudgingContext {
  readonly plant: Plant;
  readonly observed: Observed;
  /** Controllers that are not the declared ones. */
  readonly unattributable: ReadonlySet<string>;
  readonly unitStates: readonly UnitStateRecord[];
  readonly observationDate: string;
  readonly lawDate: string;
}

/** Judges one rule for one subject. A check that throws is an error for that rule and subject alone. */
export function judge(planned: PlannedJudgement, context: JudgingContext): Outcome {
  const { bound, subject } = planned;
  const { rule } = bound;
  const parts = partsOf(planned, context);
  const result = combineOutcomes(parts.map((part) => part.result));
  const onlySafeSide = parts.every((part) => part.result !== 'fail' || part.side === 'safe');
  return {
    id: `${rule.id}@${subject.id}`,
    rule: rule.id,
    pack: bound.pack,
    statement: rule.statement,
    subject: describe(subject),
    result,
    weight: weightFor(bound.weight, subject),
    severity: onlySafeSide && result === 'fail' ? 'lesser' : severityAt(rule, context.lawDate),
    parts,
    ...(rule.clause === undefined ? {} : { clause: rule.clause }),
    also: rule.also,
    ...(rule.severity_basis === undefined ? {} : { severityBasis: rule.severity_basis }),
    ...(rule.due === undefined ? {} : { due: rule.due }),
    ...(result === 'fail' ? { proposedLimit: proposedLimit(rule, context.observationDate) } : {}),
    ...(rule.immediate === undefined ? {} : { immediate: rule.immediate }),
    remediation: rule.remediation,
    evidence: [...new Set(parts.flatMap((part) => part.evidence))].sort((a, b) => a - b),
  };
}

function partsOf(planned: PlannedJudgement, context: JudgingContext): readonly PartOutcome[] {
  if (planned.error !== undefined)
    return [engineSays('rule', 'error', text('audit.check-failed', { message: planned.error }))];
  const blocked = unitBlocks(planned, context) ?? scaleBlocks(planned.subject);
  if (blocked !== undefined) return [blocked];
  if (planned.parts.length === 0) return [engineSays('subject', 'notapplicable', text('audit.nothing-to-check'))];
  return planned.parts.map((part) => judgePart(part, context));
}

function judgePart(part: Part, context: JudgingContext): PartOutcome {
  if (part.lacks !== undefined) return engineSays(part.name, 'unknown', part.lacks);
  const vouched = vouch(part.needs, context.plant, context.observed, context.unattributable);
  if (!vouched.ok) {
    return { part: part.name, result: 'unknown', missing: vouched.missing, evidence: vouched.evidence };
  }
  try {
    const unmet = part.unmet?.(vouched.inputs);
    if (unmet !== undefined) return { ...engineSays(part.name, 'notchecked', unmet), evidence: vouched.evidence };
    const { says, ...rest } = part.judge(vouched.inputs);
    return { part: part.name, result: says, ...rest, missing: [], evidence: vouched.evidence };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ...engineSays(part.name, 'error', text('audit.check-failed', { message })), evidence: vouched.evidence };
  }
}

/** Rules about a running unit are not applicable to a stopped one, and unknown where nobody knows (judgement.md §4). */
function unitBlocks({ bound, subject }: PlannedJudgement, { unitStates }: JudgingContext): PartOutcome | undefined {
  if (bound.rule.unit_state === undefined || subject.kind !== 'safety-function') return undefined;
  const { unit } = subject.function;
  const state = unitStates.find((candidate) => candidate.unit === unit);
  if (state?.is === 'running' || state?.is === 'starting') return undefined;
  if (state === undefined || state.is === 'unknown') {
    const missing = [{ of: unit, why: text('audit.unit-state-unknown', { unit }) }];
    return { part: 'unit state', result: 'unknown', missing, evidence: state === undefined ? [] : [state.evidence] };
  }
  const because = text('audit.unit-not-running', { unit, state: text(`audit.state-${state.is}`) });
  return { ...engineSays('unit state', 'notapplicable', because), evidence: [state.evidence] };
}

/** Where nobody knows whether a row is required, its absence is no fault: it is unknown. */
function scaleBlocks(subject: Subject): PartOutcome | undefined {
  if (subject.kind !== 'required-function' || subject.required.standing !== 'scale-unknown') return undefined;
  const { unit } = subject.required;
  const missing = [{ of: unit.id, why: text('audit.scale-unknown') }];
  return { part: 'scale', result: 'unknown', missing, evidence: [] };
}

function engineSays(part: string, result: PartOutcome['result'], because: Text): PartOutcome {
  return { part, result, because, missing: [], evidence: [] };
}

/** Borderline and major need a criterion in force at the law date; before it a person grades (regulations §11.6). */
function severityAt(rule: Rule, lawDate: string): Outcome['severity'] {
  return rule.severity_basis !== undefined && rule.severity_basis.from > lawDate ? 'general' : rule.severity;
}

function proposedLimit(rule: Rule, from: string): NonNullable<Outcome['proposedLimit']> {
  return { from, days: rule.limit.days, date: limitEnd(from, rule.limit.days) };
}

/** A subject that stands for rows outside the denominators only cannot bind more than they do. */
function weightFor(weight: Weight, subject: Subject): Weight {
  if (weight !== 'binding' && weight !== 'not-yet-due') return weight;
  const standings =
    subject.kind === 'required-function'
      ? [subject.required.standing]
      : subject.kind === 'safety-function'
        ? subject.rows.map((row) => row.standing)
        : [];
  if (standings.length === 0 || standings.some((standing) => standing === 'required' || standing === 'scale-unknown'))
    return weight;
  return standings.includes('recommended') ? 'advisory' : 'unconfirmed-basis';
}

function describe(subject: Subject): Outcome['subject'] {
  const { kind, id } = subject;
  switch (subject.kind) {
    case 'controller':
      return { kind, id, name: id, rows: [] };
    case 'unit':
      return { kind, id, name: subject.unit.name, unit: id, rows: [] };
    case 'safety-function':
      return {
        kind,
        id,
        name: subject.function.name,
        unit: subject.function.unit,
        rows: subject.rows.map((row) => row.id),
      };
    case 'required-function':
      return { kind, id, name: subject.required.row.name.zh, unit: subject.required.unit.id, rows: [id] };
  }
}
