import { type Text, text } from '../../messages/index.ts';
import { type Effect, type Plant, type SafetyFunction, tagsOf } from '../../plant/index.ts';
import type { Judgement, Need, Part } from '../check.ts';
import { causePartName } from '../checks/effect-has-cause/cause-part-name.ts';
import { actionPartName } from '../checks/trip-acts/action-part-name.ts';
import { canDemand } from '../checks/votes.ts';
import {
  type DemandFacts,
  type Episode,
  initiatorKey,
  type Loss,
  type SeenEffect,
  type SeenInitiator,
  type SeenMover,
} from './demand-facts.ts';
import { firstSign, orderOf } from './episode-order.ts';
import { between, isBefore, later, type Span } from './span.ts';
import { otherMovers } from './watched-points.ts';

/** What watching proves of a function, as parts that a check may take among its own. */
export interface WitnessedParts {
  /** Each demand and each element: in its safe state within its allowed time. Named like the parts of `trip-acts`. */
  readonly actions: readonly Part[];
  /** Each demand and each element: in its safe state within the process safety time. */
  readonly responses: readonly Part[];
  /** Elements that came to their safe state: for a cause. Named like the parts of `effect-has-cause`. */
  readonly causes: readonly Part[];
  /** What the solver shows as first: what was seen first. */
  readonly firstOuts: readonly Part[];
}

/** The parts of what was seen of a function; `needs` is what the evidence of each of them is found by. */
export function witnessedParts(
  facts: DemandFacts,
  it: SafetyFunction,
  plant: Plant,
  needs: readonly Need[] = [],
): WitnessedParts {
  const own = { facts, it, plant, needs };
  const each = facts.episodes.flatMap((episode) =>
    it.effects
      .filter(({ to }) => to !== 'alarm')
      .flatMap((effect) => {
        const seen = episode.effects.find(({ element, to }) => element === effect.element && to === effect.to);
        return seen === undefined ? [] : [{ episode, effect, seen }];
      }),
  );
  const demands = each.flatMap((one) =>
    one.episode.initiators.filter(({ of }) => of === it.id).map((initiator) => ({ ...one, initiator })),
  );
  return {
    actions: demands.map((one) => actionPart(one, own)),
    responses: it.safetyTimeMs === undefined ? [] : demands.map((one) => responsePart(one, own)),
    causes: each.flatMap((one) => causePart(one, own)),
    firstOuts: it.causes.every(({ firstOut }) => firstOut === undefined)
      ? []
      : facts.episodes.flatMap((episode) => firstOutPart(episode, own)),
  };
}

interface Moved {
  readonly episode: Episode;
  readonly effect: Effect;
  readonly seen: SeenEffect;
}
interface Demanded extends Moved {
  readonly initiator: SeenInitiator;
}
interface Own {
  readonly facts: DemandFacts;
  readonly it: SafetyFunction;
  readonly plant: Plant;
  readonly needs: readonly Need[];
}

function actionPart(one: Demanded, own: Own): Part {
  const { effect, initiator } = one;
  const allowedMs = effect.withinMs ?? own.it.safetyTimeMs;
  const name = actionPartName(initiator.tags, effect.element);
  if (allowedMs === undefined)
    return { name, needs: own.needs, judge: never, lacks: text('checks.no-allowed-time', { element: effect.element }) };
  const { delayMs } = initiator;
  return timedPart(name, one, own, { delayMs, allowedMs, says: 'watch.acted', expects: 'watch.action-expected' });
}

function responsePart(one: Demanded, own: Own): Part {
  const { initiator, effect } = one;
  const name = `response measured ${initiator.tags.join(' ')} → ${effect.element}`;
  const allowedMs = own.it.safetyTimeMs ?? 0;
  const words = { says: 'watch.responded', expects: 'watch.response-expected' } as const;
  return timedPart(name, one, own, { delayMs: 0, allowedMs, ...words });
}

/** Judges a time that is known as an interval: only where all of it is on one side of the limit there is a verdict. */
function timedPart(
  name: string,
  one: Demanded,
  own: Own,
  limit: {
    /** Counted from the demand, before the allowed time begins. */
    readonly delayMs: number;
    readonly allowedMs: number;
    readonly says: 'watch.acted' | 'watch.responded';
    readonly expects: 'watch.action-expected' | 'watch.response-expected';
  },
): Part {
  const { needs } = own;
  const { delayMs, allowedMs, says, expects } = limit;
  const { seen, effect, initiator } = one;
  // It was due at the latest then, whenever the demand began; and certainly not there yet at its last look away.
  const waitedMs = (seen.arrived?.afterMs ?? seen.awayAtMs ?? 0) - initiator.stoodFromMs - delayMs;
  const isOverdue = seen.wasThere !== true && waitedMs > allowedMs;
  const unmet = notDue(one, own, isOverdue);
  if (unmet !== undefined) return { name, needs, unmet: () => unmet, judge: never };
  const undecided = notClear(one, own, isOverdue);
  if (undecided !== undefined) return { name, needs, lacks: undecided, judge: never };
  const words = { element: effect.element, cause: initiator.tags.join(' '), allowed: seconds(allowedMs) };
  const failed = (expected: Text, actual: Text): Part => ({
    name,
    needs,
    judge: () => ({ says: 'fail', expected, actual }),
  });
  // Only one that left again while the demand stood is still to be judged.
  if (seen.wasThere === true) return leftPart(name, one, own, allowedMs);
  if (seen.arrived === undefined) {
    if (isOverdue)
      return failed(text(expects, words), text('watch.did-not-act', { ...words, waited: seconds(waitedMs) }));
    const lost = lossText(one, own);
    return lost === undefined
      ? { name, needs, unmet: () => text('rules.window-ended-before-action'), judge: never }
      : { name, needs, lacks: lost, judge: never };
  }
  const { demanded } = initiator;
  if (demanded === undefined)
    return failed(text(expects, words), text('watch.at-least-late', { ...words, least: seconds(waitedMs) }));
  const took = between(later(demanded, delayMs), seen.arrived);
  const times = { ...words, least: seconds(took.leastMs), most: seconds(took.mostMs) };
  if (took.leastMs <= allowedMs && took.mostMs > allowedMs)
    return { name, needs, lacks: lossText(one, own) ?? text('watch.too-coarse', times), judge: never };
  if (took.mostMs <= allowedMs && leftInDemand(one)) return leftPart(name, one, own, allowedMs);
  const judgement: Judgement =
    took.mostMs <= allowedMs
      ? { says: 'pass', because: text(says, times) }
      : { says: 'fail', expected: text(expects, words), actual: text('watch.too-late', times) };
  return { name, needs, judge: () => judgement };
}

/** Why the element had nothing to prove for this initiator: it is then not checked. */
function notDue(one: Demanded, { plant, it }: Own, isOverdue: boolean): Text | undefined {
  const { episode, initiator, effect, seen } = one;
  const cause = initiator.tags.join(' ');
  if (seen.wasThere === true && !leftInDemand(one)) return text('watch.stood', { element: effect.element });
  if (episode.stood === true && initiator.demanded === undefined && seen.wasThere !== true && !isOverdue)
    return text('watch.stood', { element: effect.element });
  if (initiator.heldBack === 'forced') return text('checks.demand-held-back');
  const order = orderOf(initiator, episode, (other) => moves(other.of, effect.element, plant));
  if (order.is === 'later') return text('watch.not-first', { cause, first: order.than.tags.join(' ') });
  // Whose demand it was does not matter to an element that never came: each of them asked for it.
  if (order.is === 'open' && initiator.demanded !== undefined && seen.arrived !== undefined)
    return text('watch.order-open', { cause, other: order.beside.tags.join(' ') });
  const sign = firstSign(seen);
  const { demanded, delayMs, stoodToMs } = initiator;
  if (seen.arrived !== undefined && demanded !== undefined) {
    const hasMoved = seen.wasMoving === true || (sign !== undefined && isBefore(sign, demanded));
    if (hasMoved) return text('watch.moved-before', { cause, element: effect.element });
  }
  if (delayMs > 0 && demanded !== undefined && stoodToMs < demanded.afterMs + delayMs)
    return text('watch.withdrawn', { cause, delay: seconds(delayMs), function: it.id });
  return undefined;
}

/** Why usable looks still do not tell: it is then unknown. */
function notClear({ initiator, effect, seen }: Demanded, { facts }: Own, isOverdue: boolean): Text | undefined {
  const { demanded, delayMs, stoodFromMs, stoodToMs, heldBack } = initiator;
  if (facts.changed.length > 0) return text('watch.setting-changed', { tags: facts.changed.join('、') });
  if (heldBack === 'unclear') return text('checks.demand-unclear');
  if (demanded === undefined && seen.wasThere !== true && !isOverdue) return text('watch.demand-before');
  if (seen.notShown?.includes('safe state') === true) return text('watch.not-shown', { element: effect.element });
  if (delayMs > 0 && stoodToMs < stoodFromMs + delayMs) return text('checks.demand-unclear');
  return undefined;
}

/** It was away again while the demand stood and its action was due. */
function leftInDemand({ seen: { leftSafe }, initiator: { stoodFromMs, stoodToMs, delayMs } }: Demanded): boolean {
  return leftSafe !== undefined && leftSafe.afterMs >= stoodFromMs + delayMs && leftSafe.byMs <= stoodToMs;
}

/** A part of an element that left: a fail, unless the demand was not read meanwhile and may have ended. */
function leftPart(name: string, one: Demanded, { plant, needs }: Own, allowedMs: number): Part {
  const { episode, effect, initiator, seen } = one;
  const loss = episode.lost.find(
    ({ tag, afterMs, byMs }) =>
      initiator.tags.includes(tag) &&
      (afterMs ?? 0) < (seen.leftSafe?.byMs ?? 0) &&
      (byMs ?? Number.POSITIVE_INFINITY) > (seen.leftSafe?.afterMs ?? 0),
  );
  if (loss !== undefined) return { name, needs, lacks: lostText(loss, plant), judge: never };
  const away = { element: effect.element, seconds: seconds(allowedMs) };
  const expected = text('checks.stays-expected', away);
  return { name, needs, judge: () => ({ says: 'fail', expected, actual: text('checks.left-safe-state', away) }) };
}

/** What was not read while it mattered: the channels of the initiator, or what shows the element. */
function lossText({ episode, initiator, effect }: Demanded, { plant }: Own): Text | undefined {
  const { command, feedback } = effect;
  const concerned = new Set([...initiator.tags, command?.point, feedback?.closed, feedback?.open, feedback?.running]);
  const loss = episode.lost.find(({ tag }) => concerned.has(tag));
  return loss === undefined ? undefined : lostText(loss, plant);
}

function lostText({ tag, why }: Loss, plant: Plant): Text {
  return text('watch.lost', { tag, controller: plant.points.get(tag)?.controller ?? '', why });
}

function causePart({ episode, effect, seen }: Moved, { it, plant, needs, facts }: Own): readonly Part[] {
  const { element } = effect;
  if (seen.arrived === undefined || seen.wasThere === true || seen.wasMoving === true) return [];
  const { arrived } = seen;
  const name = causePartName(element);
  const sign = firstSign(seen) ?? arrived;
  const causes = episode.initiators.filter(
    ({ of, demanded }) => moves(of, element, plant) && (demanded === undefined || !isBefore(sign, demanded)),
  );
  const [cause] = causes;
  if (cause !== undefined) {
    const because = text('watch.has-cause', { element, function: cause.of, cause: cause.tags.join(' ') });
    return [{ name, needs, judge: () => ({ says: 'pass', because }) }];
  }
  const sequences = plant.sequences.filter(({ elements }) => elements.includes(element));
  // One that ended before the command came did not give it; where no command is shown, nobody knows when it came.
  const standing = (facts.movers ?? []).filter(
    ({ kind, of, began, ended }) =>
      (kind === 'latch' ? moves(of, element, plant) : sequences.some(({ id }) => id === of)) &&
      (began === undefined || !isBefore(sign, began)) &&
      (ended === undefined || seen.notShown?.includes('command') === true || !isBefore(ended, sign)),
  );
  const stood = standing.find((mover) => isCauseItself(mover, sign, seen));
  if (stood !== undefined) {
    const because = text('watch.has-cause', { element, function: stood.name, cause: stood.tags.join(' ') });
    return [{ name, needs, judge: () => ({ says: 'pass', because }) }];
  }
  const movers = [it, ...otherMovers(it, plant)].filter(({ id }) => moves(id, element, plant));
  const [latched] = standing;
  if (latched !== undefined) {
    const lacks = text('watch.latch-without-demand', { element, function: latched.of, tags: latched.tags.join(' ') });
    return [{ name, needs, lacks, judge: never }];
  }
  const causal = new Set([
    ...movers.flatMap(({ causes: all, manual, tripped }) => [...all.flatMap((one) => one.channels), manual, tripped]),
    ...sequences.flatMap(({ activeWhen: running }) => (running === undefined ? [] : [...tagsOf({ running })])),
  ]);
  const lost = episode.lost.find(({ tag }) => causal.has(tag));
  if (lost !== undefined || facts.changed.length > 0) {
    const tags = lost?.tag ?? facts.changed.join('、');
    return [{ name, needs, lacks: text('checks.cause-unread', { element, tags }), judge: never }];
  }
  const alone = episode.loneVotes.filter(({ of }) => moves(of, element, plant));
  const votes = alone.flatMap((lone) => lone.votes.map(({ tag }) => tag));
  const mayBeEnough = alone.some((lone) => lone.votes.length + (lone.out?.length ?? 0) >= lone.needed);
  const isDeclared =
    sequences.length > 0 &&
    sequences.every(({ activeWhen }) => activeWhen !== undefined) &&
    movers.every(
      (mover) =>
        mover.loop === undefined &&
        (mover.latched === false || mover.tripped !== undefined) &&
        mover.causes.every((one) => canDemand(one, plant)),
    );
  const words = { element, functions: movers.map(({ id }) => id).join('、'), votes: votes.join('、') };
  const actual = text(votes.length === 0 ? 'watch.no-cause' : 'watch.too-few-votes', words);
  return [
    {
      name,
      needs,
      judge: () =>
        isDeclared && !mayBeEnough
          ? { says: 'fail', expected: text('checks.cause-expected', { element }), actual }
          : { says: 'informational', because: actual },
    },
  ];
}

/** A sequence that ran, or a trip that stood before; one that came only with the movement shows a demand nobody saw. */
function isCauseItself({ kind, began }: SeenMover, sign: Span, { notShown }: SeenEffect): boolean {
  if (kind === 'sequence' || began === undefined) return true;
  return isBefore(began, sign) && notShown?.includes('command') !== true;
}

function firstOutPart(episode: Episode, { it, needs }: Own): readonly Part[] {
  const own = episode.initiators.filter(({ of }) => of === it.id);
  if (episode.stood === true || own.length === 0) return [];
  const name = 'first-out';
  const orders = own.map((initiator) => ({ initiator, order: orderOf(initiator, { initiators: own }) }));
  const first = orders.find(({ order }) => order.is === 'first')?.initiator;
  const may = orders.filter(({ order }) => order.is !== 'later').map(({ initiator }) => initiator);
  const wordsOf = (some: readonly { readonly tags: readonly string[] }[]) =>
    some.map(({ tags }) => tags.join(' ')).join('、');
  const wrong = episode.shownFirst.filter(
    (shown) => !may.some((initiator) => initiatorKey(initiator) === initiatorKey(shown)),
  );
  if (wrong.length > 0) {
    const expected = text('watch.first-out-expected', { first: wordsOf(may) });
    const actual = text('watch.first-out-wrong', {
      shown: wordsOf(wrong),
      by: wrong.map(({ by }) => by).join('、'),
    });
    return [{ name, needs, judge: () => ({ says: 'fail', expected, actual }) }];
  }
  const [shown, ...others] = episode.shownFirst;
  if (first === undefined)
    return [{ name, needs, lacks: text('watch.first-out-open', { among: wordsOf(may) }), judge: never }];
  if (shown === undefined || others.length > 0)
    return [{ name, needs, lacks: text('watch.first-out-not-shown', { first: wordsOf([first]) }), judge: never }];
  const because = text('watch.first-out-agrees', { first: wordsOf([first]), by: shown.by });
  return [{ name, needs, judge: () => ({ says: 'pass', because }) }];
}

function moves(id: string, element: string, plant: Plant): boolean {
  return plant.functions.some((it) => it.id === id && it.effects.some((effect) => effect.element === element));
}

/** Seconds with three decimals at most. */
function seconds(ms: number): number {
  return Math.round(ms) / 1000;
}

function never(): never {
  throw new Error('a part without a verdict was judged');
}
