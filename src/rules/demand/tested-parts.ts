import { type Text, text } from '../../messages/index.ts';
import type { Plant, SafetyFunction } from '../../plant/index.ts';
import { actionPartName } from '../checks/trip-acts/action-part-name.ts';
import type { DemandFacts, SeenEffect } from './demand-facts.ts';
import { strokeOf } from './episode-order.ts';
import { missingOf, type TestForm } from './test-form.ts';
import { witnessedParts } from './witnessed-parts.ts';

/** One part of a function that a test was to cover, and whether what was seen proves it. */
export interface TestedPart {
  readonly part: 'sensor' | 'logic' | 'element' | 'partial stroke';
  /** A tag, the channels of an initiator, or an element. */
  readonly of: string;
  /** True where the test renews the date of this part. */
  readonly renewed: boolean;
  readonly because: Text;
}

/** What a test covered, part by part; empty where the form lacks something, so that it is no proof test. */
export function testedParts(
  form: TestForm | undefined,
  facts: DemandFacts,
  it: SafetyFunction,
  plant: Plant,
): readonly TestedPart[] {
  if (form === undefined || missingOf(form).length > 0) return [];
  const { sensors = [], logic = false, elements = {} } = form.scope ?? {};
  return [
    ...sensors.map((tag) => sensorPart(tag, facts)),
    ...(logic ? logicParts(facts, it, plant) : []),
    ...Object.entries(elements).map(([element, stroke]) => elementPart(element, stroke, facts, it, plant)),
  ];
}

function sensorPart(tag: string, { episodes, function: id }: DemandFacts): TestedPart {
  const votes = episodes.flatMap(({ initiators, loneVotes }) =>
    [...initiators, ...loneVotes.filter(({ of }) => of === id)].flatMap((one) => one.votes),
  );
  const seen = votes.some((vote) => vote.tag === tag && vote.since !== undefined);
  return {
    part: 'sensor',
    of: tag,
    renewed: seen,
    because: text(seen ? 'watch.sensor-seen' : 'watch.sensor-not-seen', { tag }),
  };
}

/** The way from one initiator through the solver: every element that it moves acted in time, each proven to be by it. */
function logicParts(facts: DemandFacts, it: SafetyFunction, plant: Plant): readonly TestedPart[] {
  const passed = passedActions(facts, it, plant);
  const elements = it.effects.filter(({ to }) => to !== 'alarm').map(({ element }) => element);
  const initiators = new Map(
    facts.episodes.flatMap(({ initiators: all }) =>
      all.filter(({ of }) => of === it.id).map((one) => [one.tags.join(' '), one] as const),
    ),
  );
  if (initiators.size === 0)
    return [{ part: 'logic', of: it.id, renewed: false, because: text('watch.logic-no-demand') }];
  return [...initiators].map(([of, { tags }]) => {
    const open = elements.filter((element) => !passed.has(actionPartName(tags, element)));
    return {
      part: 'logic',
      of,
      renewed: open.length === 0,
      because:
        open.length === 0
          ? text('watch.logic-seen', { cause: of })
          : text('watch.logic-not-seen', { cause: of, elements: open.join('、') }),
    };
  });
}

function elementPart(
  element: string,
  stroke: 'full' | 'partial',
  facts: DemandFacts,
  it: SafetyFunction,
  plant: Plant,
): TestedPart {
  const effect = it.effects.find((one) => one.element === element);
  const seen = facts.episodes.flatMap(({ effects }) =>
    effects.filter((one) => one.element === element && one.wasMoving !== true),
  );
  if (stroke === 'partial') {
    const moved = seen.some(({ left, returned, arrived }) => left !== undefined && (returned ?? arrived) !== undefined);
    const because = text(moved ? 'watch.partial-seen' : 'watch.partial-not-seen', { element });
    return { part: 'partial stroke', of: element, renewed: moved, because };
  }
  const limitMs = effect?.withinMs ?? it.safetyTimeMs;
  const passed = passedActions(facts, it, plant);
  const renewed =
    facts.episodes.some(({ initiators }) =>
      initiators.some(({ of, tags }) => of === it.id && passed.has(actionPartName(tags, element))),
    ) || seen.some((one) => strokedInTime(one, limitMs));
  const because = text(renewed ? 'watch.element-seen' : 'watch.element-not-seen', { element });
  return { part: 'element', of: element, renewed, because };
}

/** A stroke without a demand proves the element where its command was seen. */
function strokedInTime(seen: SeenEffect, limitMs: number | undefined): boolean {
  const took = seen.commanded === undefined ? undefined : strokeOf(seen);
  return took !== undefined && limitMs !== undefined && took.mostMs <= limitMs;
}

/** Names of the actions that passed and did not fail another time. */
function passedActions(facts: DemandFacts, it: SafetyFunction, plant: Plant): ReadonlySet<string> {
  const { actions } = witnessedParts(facts, it, plant);
  const verdicts = actions.map((part) => ({ name: part.name, verdict: verdictOf(part) }));
  const failed = new Set(verdicts.filter(({ verdict }) => verdict === 'fail').map(({ name }) => name));
  return new Set(
    verdicts.filter(({ verdict, name }) => verdict === 'pass' && !failed.has(name)).map(({ name }) => name),
  );
}

function verdictOf(part: ReturnType<typeof witnessedParts>['actions'][number]): string {
  if (part.lacks !== undefined) return 'unknown';
  if (part.unmet?.(noInputs) !== undefined) return 'notchecked';
  return part.judge(noInputs).says;
}

function notAsked(): never {
  throw new Error('what was watched is judged on its facts alone');
}

/** What was watched rests on its own facts; asking for more is our error. */
export const noInputs = {
  reading: notAsked,
  readings: notAsked,
  series: notAsked,
  resolutionMs: notAsked,
  selfReport: notAsked,
  standby: notAsked,
  writable: notAsked,
  recordReach: notAsked,
  past: notAsked,
  observedAtMs: 0,
};
