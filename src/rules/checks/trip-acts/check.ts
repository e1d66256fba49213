import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import type { Cause, Effect, Plant, SafetyFunction } from '../../../plant/index.ts';
import { defineCheck, type Inputs, type Need, type Part } from '../../check.ts';
import { citedParts } from '../../demand/cited-parts.ts';
import { type Demand, demandOf, isDemanded, lastLook, seenDemand } from '../demand.ts';
import { pointOf, saysOne } from '../discrete.ts';
import { arrivalOf, type SafeState, safeStateOf } from '../safe-state.ts';
import { bitOfDemand, canDemand, needsOfVotes } from '../votes.ts';
import { actionPartName } from './action-part-name.ts';

/**
 * Where a demand was seen in the window, by measurement or by the manual trip, each final element reached its safe state
 * in the allowed time and stayed there while the demand stood. No demand, a window that ended before the time was up, or an
 * element that had acted before anybody looked: not checked, never pass. The demand began between two looks: the element was
 * in time only where it was for the earlier one, late only where it was for the later one, and otherwise it is unknown.
 * Demands that were witnessed before are judged beside, and what the solver shows as first-out.
 */
export const tripActs = defineCheck({
  name: 'trip-acts',
  subject: 'safety-function',
  parameters: z.strictObject({}),
  parts: ({ function: it, plant }, _parameters, context) => {
    const initiators = [
      ...it.causes.filter((cause) => canDemand(cause, plant)).map((cause) => byCause(cause, it, plant)),
      ...(it.manual === undefined ? [] : [byHand(it.manual, plant)]),
    ];
    const inWindow = initiators.flatMap((initiator) =>
      it.effects.flatMap((effect) => {
        const safe = safeStateOf(effect, plant);
        return safe === undefined ? [] : [partOf(initiator, effect, safe, it)];
      }),
    );
    const before = citedParts(it, plant, context);
    return [...inWindow, ...before.actions, ...before.firstOuts];
  },
});

/** What may set off the effects of a function. */
interface Initiator {
  readonly tags: readonly string[];
  readonly needs: readonly Need[];
  readonly demand: (inputs: Inputs) => Demand;
  readonly stands: (inputs: Inputs, momentMs: number) => boolean;
}

function byCause(cause: Cause, it: SafetyFunction, plant: Plant): Initiator {
  return {
    tags: cause.channels,
    needs: needsOfVotes(cause),
    demand: (inputs) => demandOf(cause, it, plant, inputs),
    stands: (inputs, momentMs) => isDemanded(cause, it, plant, inputs, momentMs),
  };
}

function byHand(tag: string, plant: Plant): Initiator {
  const bit = bitOfDemand(pointOf(plant, tag), undefined) ?? true;
  return {
    tags: [tag],
    needs: [{ kind: 'reading', tag }],
    demand: (inputs) => {
      const pressed = inputs.readings(tag).find((sample) => saysOne(sample.value) === bit);
      return pressed === undefined
        ? { kind: 'none' }
        : seenDemand(pressed.atMs, 0, lastLook([tag], inputs, pressed.atMs));
    },
    stands: (inputs, momentMs) =>
      inputs.readings(tag).some((sample) => sample.atMs === momentMs && saysOne(sample.value) === bit),
  };
}

function partOf(initiator: Initiator, effect: Effect, safe: SafeState, it: SafetyFunction): Part {
  const { element } = effect;
  const within = effect.withinMs ?? it.safetyTimeMs;
  const words = { element, seconds: (within ?? 0) / 1000 };
  const arrival = (inputs: Inputs) => {
    const demand = initiator.demand(inputs);
    if (demand.kind !== 'demanded') throw new Error(`nothing demanded ${element}`);
    const { afterMs, atMs, dueMs } = demand;
    const earliestMs = afterMs === undefined ? Number.NEGATIVE_INFINITY : afterMs + (dueMs - atMs);
    const { inTime, seenMs = 0 } = arrivalOf(inputs, safe, atMs, { earliestMs, dueMs }, within ?? 0);
    const left = inputs
      .readings(safe.tag)
      .find((sample) => sample.atMs > seenMs && !safe.holds(sample.value) && initiator.stands(inputs, sample.atMs));
    const isAway = inTime !== 'window-ended' && left !== undefined;
    return { inTime, isAway, isBefore: hadActed(inputs, safe, seenMs, afterMs) };
  };
  return {
    name: actionPartName(initiator.tags, element),
    needs: [...initiator.needs, { kind: 'reading', tag: safe.tag }],
    unmet: (inputs) => {
      const demand = initiator.demand(inputs);
      if (demand.kind === 'none') return text('rules.no-demand');
      if (demand.kind === 'held-back') return text('checks.demand-held-back');
      if (demand.kind === 'pending') return text('rules.window-ended-before-action');
      if (within === undefined || demand.kind === 'unclear') return undefined;
      const { inTime, isAway, isBefore } = arrival(inputs);
      if (inTime === 'window-ended') return text('rules.window-ended-before-action');
      return isBefore && inTime !== 'no' && !isAway ? text('watch.stood', { element }) : undefined;
    },
    undecided: (inputs) => {
      if (initiator.demand(inputs).kind === 'unclear') return text('checks.demand-unclear');
      if (within === undefined) return text('checks.no-allowed-time', { element });
      const { inTime, isAway } = arrival(inputs);
      return inTime === 'unclear' && !isAway ? text('checks.sampling-too-slow', words) : undefined;
    },
    judge: (inputs) => {
      const { inTime, isAway } = arrival(inputs);
      if (inTime === 'no') {
        return {
          says: 'fail',
          expected: text('rules.action-expected', words),
          actual: text('rules.did-not-act', words),
        };
      }
      return isAway
        ? {
            says: 'fail',
            expected: text('checks.stays-expected', words),
            actual: text('checks.left-safe-state', words),
          }
        : { says: 'pass', because: text('rules.acted', words) };
    },
  };
}

/** Whether an element was in its safe state before the demand, as far as anybody looked: then nobody saw it act. */
function hadActed(inputs: Inputs, safe: SafeState, seenMs: number, afterMs: number | undefined): boolean {
  if (afterMs === undefined) return true;
  const before = inputs.readings(safe.tag).findLast((sample) => sample.atMs <= afterMs);
  return before !== undefined && safe.holds(before.value) && !isAwayBetween(inputs, safe, afterMs, seenMs);
}

function isAwayBetween(inputs: Inputs, safe: SafeState, fromMs: number, toMs: number): boolean {
  return inputs
    .readings(safe.tag)
    .some((sample) => sample.atMs > fromMs && sample.atMs < toMs && !safe.holds(sample.value));
}
