import { type Text, text } from '../messages/index.ts';
import { evaluateState, type Plant } from '../plant/index.ts';
import {
  combineOutcomes,
  computeLimit,
  daysBetween,
  isInOperation,
  type Judgement,
  limitEnd,
  localTime,
  type Part,
  type Rule,
  type Subject,
  shippedCalendar,
  type UnitStateWord,
  type Weight,
} from '../rules/index.ts';
import type { Outcome, PartOutcome } from './outcome.ts';
import type { PlannedJudgement } from './planned-judgement.ts';
import type { UnitStateRecord } from './record.ts';
import { usableValues } from './unit-state.ts';
import { type Behind, type Observed, vouch } from './vouch.ts';

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
  return outcomeOf(planned, partsOf(planned, context), context);
}

/** The outcome of a judgement that nobody asked for in this audit. */
export function leftOut(
  planned: PlannedJudgement,
  context: Pick<JudgingContext, 'observationDate' | 'lawDate'>,
): Outcome {
  return outcomeOf(planned, [engineSays('selection', 'notselected', text('running.not-selected'))], context);
}

function outcomeOf(
  { bound, subject }: PlannedJudgement,
  parts: readonly PartOutcome[],
  context: Pick<JudgingContext, 'observationDate' | 'lawDate'>,
): Outcome {
  const { rule } = bound;
  const result = combineOutcomes(parts.map((part) => part.result));
  const onlySafeSide = parts.every((part) => part.result !== 'fail' || part.side === 'safe');
  const isFailed = result === 'fail';
  const outcome: Building<Outcome> = {
    id: `${rule.id}@${subject.id}`,
    rule: rule.id,
    pack: bound.pack,
    check: rule.check,
    statement: rule.statement,
    subject: describe(subject),
    result,
    weight: weightFor(bound.weight, subject),
    severity: onlySafeSide && isFailed ? 'lesser' : severityAt(rule, context.lawDate),
    parts,
    also: rule.also,
    remediation: rule.remediation,
    evidence: ascending(parts),
  };
  if (rule.clause !== undefined) outcome.clause = rule.clause;
  if (rule.severity_basis !== undefined) outcome.severityBasis = rule.severity_basis;
  if (rule.due !== undefined) outcome.due = rule.due;
  if (rule.immediate !== undefined) outcome.immediate = rule.immediate;
  const limit = isFailed ? proposedLimit(rule, context.observationDate) : undefined;
  if (limit !== undefined) outcome.proposedLimit = limit;
  return outcome;
}

/** What is put together here key by key: there are hundreds of thousands, and copying them costs more than judging. */
type Building<T> = { -readonly [K in keyof T]: T[K] };

/** Up to so many entries are put in their places one by one, which is quicker than sorting them. */
const few = 64;

/** The entries behind all parts, each once. */
function ascending(parts: readonly PartOutcome[]): readonly number[] {
  const [first] = parts;
  if (parts.length === 1 && first !== undefined && isAscending(first.evidence)) return first.evidence;
  const all: number[] = [];
  for (const { evidence } of parts) {
    for (const number of evidence) {
      if (all.length < few) place(all, number);
      else all.push(number);
    }
  }
  if (isAscending(all)) return all;
  all.sort((a, b) => a - b);
  return all.filter((number, index) => number !== all[index - 1]);
}

/** Puts a number among ascending ones, unless it is there. */
function place(ascending: number[], number: number): void {
  let at = ascending.length;
  while (at > 0 && (ascending[at - 1] ?? 0) > number) at -= 1;
  if (at > 0 && ascending[at - 1] === number) return;
  ascending.push(number);
  for (let to = ascending.length - 1; to > at; to -= 1) ascending[to] = ascending[to - 1] ?? 0;
  ascending[at] = number;
}

function isAscending(numbers: readonly number[]): boolean {
  let before = Number.NEGATIVE_INFINITY;
  for (const number of numbers) {
    if (number <= before) return false;
    before = number;
  }
  return true;
}

function partsOf(planned: PlannedJudgement, context: JudgingContext): readonly PartOutcome[] {
  const cut = planned.cut();
  if ('error' in cut) return [engineSays('rule', 'error', text('audit.check-failed', { message: cut.error }))];
  if (planned.untold !== undefined) return [cannotTell(planned.untold, planned.subject)];
  if (cut.parts.length === 0) return [engineSays('subject', 'notapplicable', text('audit.nothing-to-check'))];
  const state = stateOf(planned.subject, context);
  const during = stateDuring(planned, state);
  const byUnit = unitBlocks(during, planned);
  const byBatch = batchBlocks(planned, context);
  // What is proved not to apply does not, whatever else is not known.
  const isProved = byUnit?.result !== 'notapplicable' && byBatch?.result === 'notapplicable';
  const blocked = isProved ? byBatch : (byUnit ?? byBatch ?? scaleBlocks(planned.subject));
  const unitState = state?.is;
  // What was witnessed before was judged on what was seen then, whatever the unit does now.
  if (blocked !== undefined)
    return [blocked, ...cut.parts.filter(isWitnessed).map((part) => judgePart(part, planned, context, unitState))];
  const doubt = stateDoubt(during) ?? batchDoubt(planned, context);
  return cut.parts.map((part) => {
    const judged = judgePart(part, planned, context, unitState);
    return doubt !== undefined && !isWitnessed(part) && (judged.result === 'pass' || judged.result === 'fail')
      ? doubt
      : judged;
  });
}

function isWitnessed({ needs }: Part): boolean {
  return needs.some(({ kind }) => kind === 'witnessed');
}

function judgePart(
  part: Part,
  { bound }: PlannedJudgement,
  context: JudgingContext,
  unitState: UnitStateWord | undefined,
): PartOutcome {
  const { plant, observed, unattributable } = context;
  if (part.lacks !== undefined) {
    const evidence = part.needs.flatMap((need) => (need.kind === 'witnessed' ? [need.evidence] : []));
    return engineSays(part.name, 'unknown', part.lacks, evidence);
  }
  const vouched = vouch(part.needs, plant, observed, unattributable, bound.rule.mirror, unitState);
  const { evidence } = vouched;
  if (!vouched.ok) return { part: part.name, result: 'unknown', missing: vouched.missing, evidence };
  const { inputs, behind } = vouched;
  try {
    const unmet = part.unmet?.(inputs);
    if (unmet !== undefined) return engineSays(part.name, 'notchecked', unmet, evidence);
    const undecided = part.undecided?.(inputs);
    const outcome: Building<PartOutcome> =
      undecided === undefined
        ? checkSays(part.name, byFile(byMirror(part.judge(inputs), behind), behind), evidence)
        : engineSays(part.name, 'unknown', undecided, evidence);
    if (undecided === undefined && behind.exported !== undefined) outcome.grade = 'file';
    const sampling = inputs.sampling();
    if (sampling !== undefined) outcome.sampling = sampling;
    return outcome;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return engineSays(part.name, 'error', text('audit.check-failed', { message }), evidence);
  }
}

/** A pass that rests on what another system shows says so (judgement.md §6). */
function byMirror(judgement: Judgement, { mirrorOf: of }: Behind): Judgement {
  if (judgement.says !== 'pass' || of === undefined) return judgement;
  return { ...judgement, because: text('audit.by-mirror', { what: judgement.because, of }) };
}

/** Whatever rests on files says so, with their moment and who handed them over: passes and fails alike (judgement.md §6). */
function byFile(judgement: Judgement, { exported }: Behind): Judgement {
  if (exported === undefined) return judgement;
  const graded = (what: Text) => text('file.by-file', { what, at: localTime(exported.until), by: exported.by });
  return judgement.says === 'fail'
    ? { ...judgement, actual: graded(judgement.actual) }
    : { ...judgement, because: graded(judgement.because) };
}

function unitOf(subject: Subject): string | undefined {
  if (subject.kind === 'safety-function') return subject.function.unit;
  return subject.kind === 'unit' ? subject.unit.id : undefined;
}

/** The state of the unit of a subject, where it has one. */
function stateOf(subject: Subject, { unitStates }: JudgingContext): UnitStateRecord | undefined {
  const unit = unitOf(subject);
  if (unit === undefined) return undefined;
  const known = statesByUnit.get(unitStates);
  if (known !== undefined) return known.get(unit);
  const byUnit = new Map(unitStates.map((state) => [state.unit, state]));
  statesByUnit.set(unitStates, byUnit);
  return byUnit.get(unit);
}

const statesByUnit = new WeakMap<JudgingContext['unitStates'], ReadonlyMap<string, UnitStateRecord>>();

/** Rules about a running unit are not applicable to a stopped one, and unknown where nobody knows (judgement.md §4). */
function unitBlocks(state: StateDuring | undefined, planned: PlannedJudgement): PartOutcome | undefined {
  if (state === undefined || state.is.some(isInOperation)) return undefined;
  // What nobody demanded need not be known; see `stateDoubt`.
  if (state.is.includes('unknown')) return planned.bound.rule.unit_state === 'ran' ? undefined : unknownState(state);
  const [now = 'unknown'] = state.is;
  const because = text('audit.unit-not-running', { unit: state.unit, state: text(`audit.state-${now}`) });
  return engineSays('unit state', 'notapplicable', because, state.evidence);
}

/** What stands instead of pass and fail where it is not known whether the unit ran. */
function stateDoubt(state: StateDuring | undefined): PartOutcome | undefined {
  if (state === undefined || state.is.some(isInOperation)) return undefined;
  return state.is.includes('unknown') ? unknownState(state) : undefined;
}

interface StateDuring {
  readonly unit: string;
  readonly is: readonly UnitStateWord[];
  readonly evidence: readonly number[];
}

function stateDuring(
  { bound, subject }: PlannedJudgement,
  state: UnitStateRecord | undefined,
): StateDuring | undefined {
  if (bound.rule.unit_state === undefined) return undefined;
  const unit = unitOf(subject);
  if (unit === undefined) return undefined;
  if (state === undefined) return { unit, is: ['unknown'], evidence: [] };
  const is = bound.rule.unit_state === 'ran' ? [state.is, state.was ?? 'unknown'] : [state.is];
  return { unit, is, evidence: [state.evidence] };
}

function unknownState({ unit, evidence }: StateDuring): PartOutcome {
  const missing = [{ of: unit, why: text('audit.unit-state-unknown', { unit }) }];
  return { part: 'unit state', result: 'unknown', missing, evidence };
}

/** A function of a batch must be in service and act only while its own condition holds (judgement.md §4). */
function batchBlocks(planned: PlannedJudgement, context: JudgingContext): PartOutcome | undefined {
  const part = batchPart(planned, context);
  // What nobody demanded need not be known; see `batchDoubt`.
  return part?.result === 'unknown' && planned.bound.rule.unit_state === 'ran' ? undefined : part;
}

/** What stands instead of pass and fail where it is not known whether the function had to be there. */
function batchDoubt(planned: PlannedJudgement, context: JudgingContext): PartOutcome | undefined {
  const part = batchPart(planned, context);
  return part?.result === 'unknown' ? part : undefined;
}

function batchPart({ bound, subject }: PlannedJudgement, context: JudgingContext): PartOutcome | undefined {
  if (bound.rule.unit_state === undefined || subject.kind !== 'safety-function') return undefined;
  const { activeWhen, id } = subject.function;
  if (activeWhen === undefined) return undefined;
  const { plant, observed, unattributable } = context;
  const holds = evaluateState(activeWhen, usableValues(plant, observed, unattributable));
  if (holds === 'true') return undefined;
  const words = { function: id, when: activeWhen.written };
  if (holds === 'unknown') {
    const missing = [{ of: id, why: text('audit.active-unknown', words) }];
    return { part: 'active when', result: 'unknown', missing, evidence: [] };
  }
  return engineSays('active when', 'notapplicable', text('audit.not-active', words));
}

/** Where nobody knows whether a row is required, its absence is no fault: it is unknown. */
function scaleBlocks(subject: Subject): PartOutcome | undefined {
  if (subject.kind !== 'required-function') return undefined;
  const { unit, process, scope, standing } = subject.required;
  if (scope !== 'in') {
    const missing = [{ of: unit.id, why: text(`scope.${scope}`, { unit: unit.id, process: process.id }) }];
    return { part: 'scope', result: 'unknown', missing, evidence: [] };
  }
  if (standing !== 'scale-unknown') return undefined;
  const missing = [{ of: unit.id, why: text('audit.scale-unknown') }];
  return { part: 'scale', result: 'unknown', missing, evidence: [] };
}

/** Whether the rule concerns the subject hangs on something that nobody declared: never a pass, never a fail, never left out. */
function cannotTell(untold: readonly string[], subject: Subject): PartOutcome {
  const missing = untold.map((fact) => ({ of: subject.id, why: text('rulebase.fact-untold', { fact }) }));
  return { part: 'applicability', result: 'unknown', missing, evidence: [] };
}

function engineSays(
  part: string,
  result: PartOutcome['result'],
  because: Text,
  evidence: readonly number[] = [],
): PartOutcome {
  return { part, result, because, missing: [], evidence };
}

function checkSays(part: string, judgement: Judgement, evidence: readonly number[]): PartOutcome {
  if (judgement.says !== 'fail')
    return { part, result: judgement.says, because: judgement.because, missing: [], evidence };
  const { says: result, expected, actual, side } = judgement;
  const failed = { part, result, expected, actual, missing: [], evidence };
  return side === undefined ? failed : { ...failed, side };
}

/** Borderline and major need a criterion in force at the law date; before it a person grades (regulations §11.6). */
function severityAt(rule: Rule, lawDate: string): Outcome['severity'] {
  return rule.severity_basis !== undefined && rule.severity_basis.from > lawDate ? 'general' : rule.severity;
}

/** None where working days fall into a year without a notice, or a fixed date has passed: then a person sets the limit. */
function proposedLimit({ limit }: Rule, from: string): Outcome['proposedLimit'] {
  if ('days' in limit && limit.roll === undefined) return { from, days: limit.days, date: limitEnd(from, limit.days) };
  const computed = computeLimit(from, limit, shippedCalendar);
  if (!computed.ok || computed.end < from) return undefined;
  return { from, days: daysBetween(from, computed.end), date: computed.end };
}

/** A subject that stands for rows outside the denominators only cannot bind more than they do. */
function weightFor(weight: Weight, subject: Subject): Weight {
  if (weight !== 'binding' && weight !== 'not-yet-due') return weight;
  const rows =
    subject.kind === 'required-function' ? [subject.required] : subject.kind === 'safety-function' ? subject.rows : [];
  if (rows.length === 0) return weight;
  let isRecommended = false;
  for (const { standing } of rows) {
    if (standing === 'required' || standing === 'scale-unknown') return weight;
    isRecommended ||= standing === 'recommended';
  }
  return isRecommended ? 'advisory' : 'unconfirmed-basis';
}

function describe(subject: Subject): Outcome['subject'] {
  const { kind, id } = subject;
  switch (subject.kind) {
    case 'controller':
      return { kind, id, name: id, rows: [] };
    case 'enterprise':
      return { kind, id, name: subject.plant.enterprise.name, rows: [] };
    case 'hazard-installation':
      return { kind, id, name: subject.installation.name, rows: [] };
    case 'gas-detector':
      return { kind, id, name: subject.detector.gas, unit: subject.detector.unit, rows: [] };
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
