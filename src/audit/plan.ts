import { type Plant, type Point, tagsOf } from '../plant/index.ts';
import {
  applies,
  type BoundRule,
  type Catalogue,
  type CheckContext,
  checks,
  type Need,
  type Part,
  type Subject,
} from '../rules/index.ts';
import { isAskedFor, type Selector } from './only.ts';
import { functionsOf, type Selection, selectJudgements, unitsOf } from './select-judgements.ts';
import { subjectsOf } from './subjects.ts';

/** One rule that will be judged for one subject, cut into parts; or the error that kept it from being planned. */
export interface PlannedJudgement {
  readonly bound: BoundRule;
  readonly subject: Subject;
  readonly parts: readonly Part[];
  readonly error?: string;
  /** Facts that nobody declared and that decide whether the rule applies: its outcome is unknown. */
  readonly untold?: readonly string[];
}

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

/** Derives the plan from the plant, the rules and what the operator wants otherwise; connects to nothing. */
export function planAudit(
  plant: Plant,
  catalogue: Catalogue,
  rules: readonly BoundRule[],
  context: CheckContext,
  { windowMs, everyMs: wishedEveryMs, concerns, only }: PlanWishes = {},
): AuditPlan {
  const subjects = subjectsOf(plant, catalogue);
  const all = rules.flatMap((bound) =>
    subjects
      .filter((subject) => subject.kind === bound.rule.subject)
      .flatMap((subject) => plan(bound, subject, context)),
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
  const needs = judgements.flatMap((planned) => planned.parts.flatMap((part) => part.needs));
  const series = new Map<string, number>();
  for (const need of needs) {
    if (need.kind !== 'series') continue;
    const everyMs = need.everyMs ?? Number.POSITIVE_INFINITY;
    series.set(need.tag, Math.min(everyMs, series.get(need.tag) ?? everyMs));
  }
  const tags = new Set(needs.flatMap((need) => (need.kind === 'reading' || need.kind === 'series' ? [need.tag] : [])));
  for (const unit of plant.units)
    if (units.has(unit.id) && unit.state?.by === 'expression') for (const tag of tagsOf(unit.state)) tags.add(tag);
  const functions = picks === undefined ? plant.functions : judgements.flatMap(functionsOf);
  for (const { activeWhen: running } of functions)
    if (running !== undefined) for (const tag of tagsOf({ running })) tags.add(tag);
  const ms = windowMs ?? Math.max(0, ...needs.map((need) => (need.kind === 'series' ? need.spanMs : 0)));
  const everyMs = wishedEveryMs === undefined ? roundOf(ms) : Math.max(shortestRoundMs, Math.min(wishedEveryMs, ms));
  return {
    judgements,
    window: { ms, everyMs },
    // A wished interval holds for every controller, also where a rule needs a shorter one.
    points: byController(plant, tags, wishedEveryMs === undefined ? series : withoutIntervals(series), everyMs),
    posture: postureOf(plant, needs),
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
    if (applicable !== 'yes') return [{ bound, subject, parts: [], untold: applicable.untold }];
    return [{ bound, subject, parts: check.parts(subject, bound.rule.check.with, context) }];
  } catch (error) {
    // A rule that throws is an error for that rule and subject alone; it must never vanish.
    return [{ bound, subject, parts: [], error: error instanceof Error ? error.message : String(error) }];
  }
}

function byController(
  plant: Plant,
  tags: ReadonlySet<string>,
  series: ReadonlyMap<string, number>,
  everyMs: number,
): AuditPlan['points'] {
  const points = [...plant.points.values()].filter((point) => tags.has(point.tag));
  return new Map(
    plant.controllers.map((controller) => {
      const own = points.filter((point) => point.controller === controller.id);
      const isWatched = (point: Point) => series.has(point.tag) || watchedRoles.has(point.role);
      const asked = Math.min(...own.map((point) => series.get(point.tag) ?? everyMs), everyMs);
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

function postureOf(plant: Plant, needs: readonly Need[]): ReadonlyMap<string, PlannedPosture> {
  const accessed = new Set(needs.flatMap((need) => (need.kind === 'access' ? [need.tag] : [])));
  const recorded = new Map<number, Set<string>>();
  for (const need of needs)
    if (need.kind === 'history') recorded.set(need.days, (recorded.get(need.days) ?? new Set()).add(need.tag));
  const points = [...plant.points.values()];
  return new Map(
    plant.controllers.map(({ id }) => {
      const own = (tags: ReadonlySet<string>) =>
        points.filter(({ controller, tag }) => controller === id && tags.has(tag));
      const history = [...recorded].sort(([a], [b]) => a - b).map(([days, tags]) => ({ days, points: own(tags) }));
      return [id, { access: own(accessed), history: history.filter((each) => each.points.length > 0) }];
    }),
  );
}

const shortestRoundMs = 100;

/** At least five rounds in a window, and one at least every two seconds; never more than ten in a second. */
function roundOf(windowMs: number): number {
  return Math.max(shortestRoundMs, Math.min(2000, Math.floor(windowMs / 5)));
}
