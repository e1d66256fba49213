import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import type { Plant, SafetyFunction } from '../../../plant/index.ts';
import type { Value } from '../../../protocols/index.ts';
import { defineCheck, type Inputs, type Part } from '../../check.ts';
import { lastLook } from '../demand.ts';
import { pointOf, says } from '../discrete.ts';
import { type OwnedEffect, ownedEffects } from '../owned-effects.ts';
import { arrivalOf, safeStateOf } from '../safe-state.ts';
import { sampleAt } from '../votes.ts';

/**
 * Limit switches do not contradict each other, an element does not stand between them for longer than it may travel, and
 * it follows the command to its safe state in time. Said once for each element, at the first function that moves it.
 */
export const feedbackAgrees = defineCheck({
  name: 'feedback-agrees',
  subject: 'safety-function',
  parameters: z.strictObject({}),
  parts: ({ function: it, plant }) =>
    ownedEffects(it, plant).flatMap((owned) => [...pairPart(owned, plant), ...followPart(owned, it, plant)]),
});

function named({ effect, sharedWith }: OwnedEffect) {
  return sharedWith === '' ? effect.element : text('checks.shared-element', { element: effect.element, sharedWith });
}

function pairPart(owned: OwnedEffect, plant: Plant): readonly Part[] {
  const { feedback, withinMs } = owned.effect;
  const [closed, open] = [feedback?.closed, feedback?.open];
  if (closed === undefined || open === undefined) return [];
  const words = { element: named(owned), closed, open, seconds: (withinMs ?? 0) / 1000 };
  const isAt = (tag: string, value: Value | undefined, word: 'closed' | 'open', other: typeof word) =>
    value !== undefined && says(pointOf(plant, tag), value, word, other) === true;
  const seen = (inputs: Inputs) =>
    inputs.readings(closed).map(({ value, atMs }) => ({
      atMs,
      isClosed: isAt(closed, value, 'closed', 'open'),
      isOpen: isAt(open, sampleAt(inputs.readings(open), atMs)?.value, 'open', 'closed'),
    }));
  /** How long it has stood between its switches, ms; it may have been longer than anybody looked. */
  const between = (inputs: Inputs) => {
    const all = seen(inputs);
    const last = all.at(-1);
    if (last === undefined || last.isClosed || last.isOpen) return undefined;
    const begin = all[all.findLastIndex((each) => each.isClosed || each.isOpen) + 1] ?? last;
    return last.atMs - begin.atMs;
  };
  return [
    {
      name: `limit switches ${owned.effect.element}`,
      needs: [
        { kind: 'reading', tag: closed },
        { kind: 'reading', tag: open },
      ],
      unmet: (inputs) => {
        const stoodMs = between(inputs);
        return stoodMs !== undefined && withinMs !== undefined && stoodMs <= withinMs
          ? text('checks.travelling', words)
          : undefined;
      },
      undecided: (inputs) =>
        between(inputs) !== undefined && withinMs === undefined
          ? text('checks.no-travel-time', { element: owned.effect.element })
          : undefined,
      judge: (inputs) => {
        const last = seen(inputs).at(-1);
        if (last?.isClosed === true && last.isOpen)
          return {
            says: 'fail',
            expected: text('checks.switches-expected', words),
            actual: text('checks.switches-both', words),
          };
        if (between(inputs) !== undefined)
          return {
            says: 'fail',
            expected: text('checks.switches-expected', words),
            actual: text('checks.switches-neither', words),
          };
        return { says: 'pass', because: text('checks.switches-agree', words) };
      },
    },
  ];
}

function followPart(owned: OwnedEffect, it: SafetyFunction, plant: Plant): readonly Part[] {
  const { effect } = owned;
  const { command, element } = effect;
  const safe = safeStateOf(effect, plant);
  if (command === undefined || safe === undefined) return [];
  const point = pointOf(plant, command.point);
  if (point.oneMeans !== 'energized') return [];
  const within = effect.withinMs ?? it.safetyTimeMs;
  const isCommanded = (value: Value) => says(point, value, 'energized', 'stopped') === (command.trip === 'energize');
  const words = { element: named(owned), seconds: (within ?? 0) / 1000 };
  /** Since when it is commanded to its safe state without a break; undefined where it is not. */
  const since = (inputs: Inputs) => {
    const all = inputs.readings(command.point);
    const last = all.at(-1);
    if (last === undefined || !isCommanded(last.value)) return undefined;
    return (all[all.findLastIndex((sample) => !isCommanded(sample.value)) + 1] ?? last).atMs;
  };
  const arrival = (inputs: Inputs) => {
    const atMs = since(inputs) ?? 0;
    // Commanded since before the first look, it has no beginning to count from: its time runs from that look.
    const afterMs = lastLook([command.point], inputs, atMs);
    const due = { earliestMs: afterMs ?? atMs, dueMs: atMs };
    return { ...arrivalOf(inputs, safe, atMs, due, within ?? 0), isTimed: afterMs !== undefined };
  };
  return [
    {
      name: `follows ${element}`,
      needs: [
        { kind: 'reading', tag: command.point },
        { kind: 'reading', tag: safe.tag },
      ],
      unmet: (inputs) => {
        if (since(inputs) === undefined) return text('checks.not-commanded', { element });
        if (within === undefined || arrival(inputs).inTime !== 'window-ended') return undefined;
        return text('checks.travelling', words);
      },
      undecided: (inputs) => {
        if (within === undefined) return text('checks.no-travel-time', { element });
        // One that is away again while it is commanded does not follow, however long it took to come.
        const isThere = safe.holds(inputs.reading(safe.tag).value);
        return isThere && arrival(inputs).inTime === 'unclear' ? text('checks.sampling-too-slow', words) : undefined;
      },
      judge: (inputs) => {
        const { inTime, isTimed } = arrival(inputs);
        return inTime === 'yes' && safe.holds(inputs.reading(safe.tag).value)
          ? { says: 'pass', because: text(isTimed ? 'checks.follows' : 'checks.stands-as-commanded', words) }
          : {
              says: 'fail',
              expected: text('checks.follows-expected', words),
              actual: text('checks.does-not-follow', words),
            };
      },
    },
  ];
}
