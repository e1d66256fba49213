import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import type { Cause, Effect, Plant, SafetyFunction } from '../../../plant/index.ts';
import { defineCheck, type Inputs, type Need, type Part } from '../../check.ts';
import { citedParts } from '../../demand/cited-parts.ts';
import { type Demand, demandOf, demandsAmong, lastLook } from '../demand.ts';
import { pointOf, saysOne } from '../discrete.ts';
import { type SafeState, safeStateOf } from '../safe-state.ts';
import { bitOfDemand, canDemand, needsOfVotes } from '../votes.ts';
import { actionOf } from './action-of.ts';
import { actionPartName } from './action-part-name.ts';

/**
 * On every demand that was seen in the window, by measurement or by the manual trip, each final element reached its safe state
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
}

function byCause(cause: Cause, it: SafetyFunction, plant: Plant): Initiator {
  return {
    tags: cause.channels,
    needs: needsOfVotes(cause),
    demand: (inputs) => demandOf(cause, it, plant, inputs),
  };
}

function byHand(tag: string, plant: Plant): Initiator {
  const bit = bitOfDemand(pointOf(plant, tag), undefined) ?? true;
  return {
    tags: [tag],
    needs: [{ kind: 'reading', tag }],
    demand: (inputs) => {
      const samples = inputs.readings(tag);
      const pressed = new Set(samples.flatMap(({ value, atMs }) => (saysOne(value) === bit ? [atMs] : [])));
      return demandsAmong(
        samples.map(({ atMs }) => atMs),
        (moment) => pressed.has(moment),
        (moment) => lastLook([tag], inputs, moment),
      );
    },
  };
}

function partOf(initiator: Initiator, effect: Effect, safe: SafeState, it: SafetyFunction): Part {
  const { element } = effect;
  const within = effect.withinMs ?? it.safetyTimeMs;
  const words = { element, seconds: (within ?? 0) / 1000 };
  const action = (inputs: Inputs) => {
    const demand = initiator.demand(inputs);
    return demand.kind === 'demanded' ? actionOf(demand.demands, inputs, safe, within ?? 0) : demand.kind;
  };
  return {
    name: actionPartName(initiator.tags, element),
    needs: [...initiator.needs, { kind: 'reading', tag: safe.tag }],
    unmet: (inputs) => {
      const { kind } = initiator.demand(inputs);
      if (kind === 'none') return text('rules.no-demand');
      if (kind === 'held-back') return text('checks.demand-held-back');
      if (kind === 'pending') return text('rules.window-ended-before-action');
      if (within === undefined || kind === 'unclear') return undefined;
      const did = action(inputs);
      if (did === 'window-ended') return text('rules.window-ended-before-action');
      return did === 'unseen' ? text('watch.stood', { element }) : undefined;
    },
    undecided: (inputs) => {
      if (initiator.demand(inputs).kind === 'unclear') return text('checks.demand-unclear');
      if (within === undefined) return text('checks.no-allowed-time', { element });
      return action(inputs) === 'unclear' ? text('checks.sampling-too-slow', words) : undefined;
    },
    judge: (inputs) => {
      const did = action(inputs);
      switch (did) {
        case 'acted':
          return { says: 'pass', because: text('rules.acted', words) };
        case 'late':
          return {
            says: 'fail',
            expected: text('rules.action-expected', words),
            actual: text('rules.did-not-act', words),
          };
        case 'left':
          return {
            says: 'fail',
            expected: text('checks.stays-expected', words),
            actual: text('checks.left-safe-state', words),
          };
        default:
          throw new Error(`${element} was judged on a demand that is ${did}`);
      }
    },
  };
}
