import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { evaluateState, indexOf, type Plant, type SafetyFunction, tagsOf } from '../../../plant/index.ts';
import { defineCheck, type Inputs, type Judgement, type Need, type Part } from '../../check.ts';
import { citedParts } from '../../demand/cited-parts.ts';
import { pointOf, saysOne } from '../discrete.ts';
import { type OwnedEffect, ownedEffects } from '../owned-effects.ts';
import { safeStateOf } from '../safe-state.ts';
import { bitOfDemand, canDemand, momentsOf, needsOfVotes, votesAt } from '../votes.ts';
import { causePartName } from './cause-part-name.ts';

/**
 * A final element in its safe state is there for a cause: a demand, a latched trip, a manual trip or a declared sequence
 * of any function that may move it. Where not everything that may move it is declared and readable: informational only
 * (judgement.md §5). Said once for each element, at the first function that moves it.
 */
export const effectHasCause = defineCheck({
  name: 'effect-has-cause',
  subject: 'safety-function',
  parameters: z.strictObject({}),
  parts: ({ function: it, plant }, _parameters, context) => [
    ...ownedEffects(it, plant).flatMap((owned) => partOf(owned, plant)),
    ...citedParts(it, plant, context).causes,
  ],
});

function partOf(owned: OwnedEffect, plant: Plant): readonly Part[] {
  const { effect, movers } = owned;
  const { element } = effect;
  const safe = safeStateOf(effect, plant);
  if (safe === undefined) return [];
  const sequences = indexOf(plant).sequencesOf(element);
  const optional = (tag: string): Need => ({ kind: 'reading', tag, optional: true });
  const needs = new Map<string, Need>();
  for (const it of movers) {
    for (const need of it.causes.flatMap(needsOfVotes)) if ('tag' in need) needs.set(need.tag, optional(need.tag));
    for (const tag of [it.tripped, it.manual]) if (tag !== undefined) needs.set(tag, optional(tag));
  }
  for (const { activeWhen: running } of sequences)
    if (running !== undefined) for (const tag of tagsOf({ running })) needs.set(tag, optional(tag));
  needs.set(safe.tag, { kind: 'reading', tag: safe.tag });
  const isThere = (inputs: Inputs) => safe.holds(inputs.reading(safe.tag).value);
  const causeOf = (inputs: Inputs) => {
    const mover = movers.find((it) => mayHaveTripped(it, plant, inputs));
    if (mover !== undefined) return mover.id;
    return sequences.find(({ activeWhen }) => {
      // One that does not say when it runs may have moved the element, and may not: no cause, and no fault either.
      if (activeWhen === undefined) return false;
      return evaluateState(activeWhen, (tag) => inputs.readings(tag).at(-1)?.value) === 'true';
    })?.name;
  };
  return [
    {
      name: causePartName(element),
      needs: [...needs.values()],
      unmet: (inputs) => (isThere(inputs) ? undefined : text('checks.not-in-safe-state', { element })),
      undecided: (inputs) => {
        if (causeOf(inputs) !== undefined) return undefined;
        if (inputs.unitState === 'unknown') return text('checks.cause-unknown', { element });
        const unread = [...needs.keys()].filter((tag) => inputs.readings(tag).length === 0);
        return unread.length === 0
          ? undefined
          : text('checks.cause-unread', { element, tags: unread.slice(0, 3).join('、') });
      },
      judge: (inputs) => judge(inputs, { element, movers, sequences, cause: causeOf(inputs), plant }),
    },
  ];
}

function judge(
  inputs: Inputs,
  it: {
    readonly element: string;
    readonly movers: readonly SafetyFunction[];
    readonly sequences: readonly { readonly activeWhen?: unknown }[];
    readonly cause: string | undefined;
    readonly plant: Plant;
  },
): Judgement {
  const { element, movers, cause } = it;
  if (cause !== undefined) return { says: 'pass', because: text('checks.has-cause', { element, cause }) };
  // A stopped unit was stopped by somebody; what nobody declared may have moved the element.
  const isStopped = inputs.unitState === 'stopped' || inputs.unitState === 'maintenance';
  const isOpen =
    it.sequences.length === 0 ||
    it.sequences.some(({ activeWhen }) => activeWhen === undefined) ||
    movers.some(
      (mover) =>
        mover.loop !== undefined ||
        (mover.latched !== false && mover.tripped === undefined) ||
        !mover.causes.every((each) => canDemand(each, it.plant)),
    );
  if (isStopped || isOpen) return { says: 'informational', because: text('checks.cause-not-declared', { element }) };
  return {
    says: 'fail',
    expected: text('checks.cause-expected', { element }),
    actual: text('checks.no-cause', { element, functions: movers.map(({ id }) => id).join('、') }),
  };
}

/** Whether a function may have moved its elements: its trip stands, its button was pressed, or enough channels may have demanded. */
function mayHaveTripped(it: SafetyFunction, plant: Plant, inputs: Inputs): boolean {
  const isAt = (tag: string | undefined) => {
    if (tag === undefined) return false;
    const bit = bitOfDemand(pointOf(plant, tag), undefined) ?? true;
    return inputs.readings(tag).some((sample) => saysOne(sample.value) === bit);
  };
  if (isAt(it.tripped) || isAt(it.manual)) return true;
  return it.causes.some((cause) => {
    const setpoint = cause.trip?.kind === 'readable' ? cause.trip.setpoint : undefined;
    if (setpoint !== undefined && inputs.readings(setpoint).length === 0) return false;
    return momentsOf(cause, inputs).some((moment) => {
      const votes = votesAt(cause, it, plant, inputs, moment);
      const out = votes.filter((vote) => vote === 'out').length;
      const may = votes.filter((vote) => vote === 'trip' || vote === 'held').length;
      // A group that is degraded may need fewer votes than it declares.
      return may > 0 && may + out >= cause.vote.needed;
    });
  });
}
