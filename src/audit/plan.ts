import { indexOf, type Plant, type Point, tagsOf } from '../plant/index.ts';
import {
  applies,
  type BoundRule,
  type Catalogue,
  type Check,
  type CheckContext,
  checks,
  countIncluded,
  type Subject,
  subjectKinds,
} from '../rules/index.ts';
import { type Asked, askedBy } from './asked-by.ts';
import { isAskedFor, type Selector } from './only.ts';
import type { Cut, PlannedJudgement } from './planned-judgement.ts';
import { functionsOf, type Selection, selectJudgements, unitsOf } from './select-judgements.ts';
import { subjectsOf } from './subjects.ts';

/** How long and how often to read, in ms. */
export interface Window {
  readonly ms: number;
  readonly everyMs: number;
}

/** What an audit will judge, and from that exactly what it will read. */
export interface AuditPlan {
  readonly judgements: readonly PlannedJudgement[];
  readonly window: Window;
  readonly points: ReadonlyMap<string, PlannedPoints>;
  /** Per controller: points whose access is asked once, and points whose records are, by the days asked back. */
  readonly posture?: ReadonlyMap<string, PlannedPosture>;
  /** Of a watch: controllers that can are asked to report changes by themselves. */
  readonly subscribes?: boolean;
  /** The controllers that a selection rests on; absent where everything is judged: then all of them. */
  readonly controllers?: ReadonlySet<string>;
  /** What `only` left out: each of them is an outcome, too. */
  readonly unselected?: readonly PlannedJudgement[];
}

/** What the operator wants otherwise than the rules ask for. */
export interface PlanWishes {
  /** Instead of the longest window that a rule asks for; a rule that needs a longer one is then unknown. */
  readonly windowMs?: number | undefined;
  /** Instead of the interval that follows from the window; a rule that needs a shorter one is then unknown. */
  readonly everyMs?: number | undefined;
  /** Judge these only; nothing is said of the rest (a re-inspection). */
  readonly concerns?: Selection | undefined;
  /** Judge these only; the rest is `notselected`. */
  readonly only?: readonly Selector[] | undefined;
}

/** Of one controller: the points read in every round of the window, and those read in its first and last round only. */
export interface PlannedPoints {
  readonly watched: readonly Point[];
  readonly once: readonly Point[];
  /** Where a rule needs these points more often than the window says, ms. */
  readonly everyMs?: number;
}

/** How often one controller is read in the window, and how many rounds follow the first one. */
export function roundsOf(plan: AuditPlan, controller: string): { readonly everyMs: number; readonly after: number } {
  const everyMs = plan.points.get(controller)?.everyMs ?? plan.window.everyMs;
  return { everyMs, after: Math.ceil(plan.window.ms / everyMs) };
}

/** What is asked of a controller once, beside values. */
export interface PlannedPosture {
  readonly access: readonly Point[];
  readonly history: readonly { readonly days: number; readonly points: readonly Point[] }[];
  /** Switches whose newest records are asked for where they were seen at one. */
  readonly past?: readonly Point[];
}

const watchedRoles: ReadonlySet<Point['role']> = new Set([
  'bypass',
  'force',
  'heartbeat',
  'measurement',
  'command',
  'feedback',
  'trip',
  'manual-trip',
  'reset',
  'alarm',
]);

/** A plan that judges, with the plant as it is judged: its units with the processes that they are counted among at the law date. */
export interface JudgingPlan extends AuditPlan {
  readonly plant: Plant;
}

/** Derives the plan from the plant, the rules and what the operator wants otherwise; connects to nothing. */
export function planAudit(
  declared: Plant,
  catalogue: Catalogue,
  rules: readonly BoundRule[],
  context: CheckContext,
  { windowMs, everyMs: wishedEveryMs, concerns, only }: PlanWishes = {},
): JudgingPlan {
  const plant = countIncluded(declared, catalogue, context.lawDate);
  const subjects = subjectsOf(plant, catalogue);
  const ofKind = new Map(subjectKinds.map((kind) => [kind, subjects.filter((subject) => subject.kind === kind)]));
  const all = rules.flatMap((bound) =>
    (ofKind.get(bound.rule.subject) ?? []).flatMap((subject) => plan(bound, subject, context)),
  );
  const picks =
    concerns !== undefined
      ? ({ bound, subject }: PlannedJudgement) => concerns(bound.rule, subject)
      : only === undefined
        ? undefined
        : isAskedFor(only, plant);
  const { judgements, controllers } =
    picks === undefined ? { judgements: all, controllers: undefined } : selectJudgements(all, plant, picks);
  const selected = new Set(judgements);
  const units = new Set(picks === undefined ? plant.units.map(({ id }) => id) : judgements.flatMap(unitsOf));
  const asked = askedBy(judgements);
  const { tags: needed, series, spanMs } = asked;
  const tags = new Set(needed);
  for (const unit of plant.units)
    if (units.has(unit.id) && unit.state?.by === 'expression') for (const tag of tagsOf(unit.state)) tags.add(tag);
  const functions = picks === undefined ? plant.functions : judgements.flatMap(functionsOf);
  for (const { activeWhen: running } of functions)
    if (running !== undefined) for (const tag of tagsOf({ running })) tags.add(tag);
  const ms = windowMs ?? spanMs;
  const everyMs = wishedEveryMs === undefined ? roundOf(ms) : Math.max(shortestRoundMs, Math.min(wishedEveryMs, ms));
  return {
    plant,
    judgements,
    window: { ms, everyMs },
    // A wished interval holds for every controller, also where a rule needs a shorter one.
    points: byController(plant, tags, wishedEveryMs === undefined ? series : withoutIntervals(series), everyMs),
    posture: postureOf(plant, asked),
    ...(controllers === undefined ? {} : { controllers }),
    ...(only === undefined ? {} : { unselected: all.filter((planned) => !selected.has(planned)) }),
  };
}

function plan(bound: BoundRule, subject: Subject, context: CheckContext): readonly PlannedJudgement[] {
  const check = checks.get(bound.rule.check.use);
  if (check === undefined) throw new Error(`no check ${bound.rule.check.use}`);
  try {
    const applicable = applies(bound.rule.applies_when, subject);
    if (applicable === 'no') return [];
    if (applicable !== 'yes') return [{ bound, subject, cut: () => ({ parts: [] }), untold: applicable.untold }];
    return [{ bound, subject, cut: () => cutBy(check, bound, subject, context) }];
  } catch (error) {
    return [{ bound, subject, cut: () => failed(error) }];
  }
}

function cutBy(check: Check, { rule }: BoundRule, subject: Subject, context: CheckContext): Cut {
  try {
    return { parts: check.parts(subject, rule.check.with, context) };
  } catch (error) {
    return failed(error);
  }
}

/** A rule that throws is an error for that rule and subject alone; it must never vanish. */
function failed(error: unknown): Cut {
  return { error: error instanceof Error ? error.message : String(error) };
}

function byController(
  plant: Plant,
  tags: ReadonlySet<string>,
  series: ReadonlyMap<string, number>,
  everyMs: number,
): AuditPlan['points'] {
  const { pointsOf } = indexOf(plant);
  return new Map(
    plant.controllers.map((controller) => {
      const own = pointsOf(controller.id).filter((point) => tags.has(point.tag));
      const isWatched = (point: Point) => series.has(point.tag) || watchedRoles.has(point.role);
      const asked = own.reduce((least, point) => Math.min(least, series.get(point.tag) ?? everyMs), everyMs);
      return [
        controller.id,
        {
          watched: own.filter(isWatched),
          once: own.filter((point) => !isWatched(point)),
          ...(asked < everyMs ? { everyMs: Math.max(shortestRoundMs, asked) } : {}),
        },
      ];
    }),
  );
}

function withoutIntervals(series: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...series.keys()].map((tag) => [tag, Number.POSITIVE_INFINITY]));
}

function postureOf(
  plant: Plant,
  { accessed, recorded, switches }: Pick<Asked, 'accessed' | 'recorded' | 'switches'>,
): ReadonlyMap<string, PlannedPosture> {
  const { pointsOf } = indexOf(plant);
  return new Map(
    plant.controllers.map(({ id }) => {
      const own = (tags: ReadonlySet<string>) => pointsOf(id).filter(({ tag }) => tags.has(tag));
      const history = [...recorded].sort(([a], [b]) => a - b).map(([days, tags]) => ({ days, points: own(tags) }));
      return [
        id,
        { access: own(accessed), history: history.filter((each) => each.points.length > 0), past: own(switches) },
      ];
    }),
  );
}

const shortestRoundMs = 100;

/** At least five rounds in a window, and one at least every two seconds; never more than ten in a second. */
function roundOf(windowMs: number): number {
  return Math.max(shortestRoundMs, Math.min(2000, Math.floor(windowMs / 5)));
}
