import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import type { Cause } from '../../../plant/index.ts';
import { defineCheck, type Inputs } from '../../check.ts';
import { isDemanded } from '../demand.ts';
import { pointOf, saysOne } from '../discrete.ts';
import { momentsOf, needsOfVotes } from '../votes.ts';

/**
 * A latched function that has tripped does not let go while its demand stands, nor afterwards until somebody resets it. A
 * button that is pressed between two readings is not seen: letting go after the demand without a reset that was seen is
 * unknown, never a fail.
 */
export const latchHolds = defineCheck({
  name: 'latch-holds',
  subject: 'safety-function',
  parameters: z.strictObject({}),
  parts: ({ function: it, plant }) => {
    const { tripped, reset } = it;
    if (it.latched !== true || tripped === undefined) return [];
    const bit = pointOf(plant, tripped).oneMeans !== 'healthy';
    const isPressedAtOne = reset === undefined || pointOf(plant, reset).oneMeans !== 'healthy';
    const isTripped = (value: Parameters<typeof saysOne>[0]) => saysOne(value) === bit;
    /** When the trip was first seen gone after it had been there, and when it was last seen there; ms since 1970. */
    const letGo = (inputs: Inputs) => {
      const all = inputs.readings(tripped);
      const at = all.findIndex((sample, index) => {
        const before = all[index - 1];
        return before !== undefined && isTripped(before.value) && !isTripped(sample.value);
      });
      const [before, after] = [all[at - 1], all[at]];
      return before === undefined || after === undefined ? undefined : { fromMs: before.atMs, toMs: after.atMs };
    };
    const needs = it.causes.flatMap(needsOfVotes).flatMap((need) => ('tag' in need ? [need.tag] : []));
    const isUnread = ({ channels, trip }: Cause, inputs: Inputs) =>
      [...channels, trip?.kind === 'readable' ? trip.setpoint : undefined].some(
        (tag) => tag !== undefined && inputs.readings(tag).length === 0,
      );
    /** The demand is seen both before and after: a reset in between was no reset. */
    const demandStood = (inputs: Inputs, atMs: number) =>
      it.causes.some((cause) => {
        const moments = isUnread(cause, inputs) ? [] : momentsOf(cause, inputs);
        const around = [moments.findLast((each) => each < atMs), moments.find((each) => each >= atMs)];
        return around.every((each) => each !== undefined && isDemanded(cause, it, plant, inputs, each));
      });
    const wasReset = (inputs: Inputs, { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }) =>
      reset !== undefined &&
      inputs
        .readings(reset)
        .some(({ value, atMs }) => saysOne(value) === isPressedAtOne && fromMs <= atMs && atMs <= toMs);
    return [
      {
        name: `latch ${tripped}`,
        needs: [
          { kind: 'reading', tag: tripped },
          // Where nothing let go, it does not matter that what demands or resets it could not be read.
          ...[...needs, ...(reset === undefined ? [] : [reset])].map((tag) => ({
            kind: 'reading' as const,
            tag,
            optional: true as const,
          })),
        ],
        unmet: (inputs) => {
          const gone = letGo(inputs);
          if (gone === undefined) return text('checks.latch-not-released', { tag: tripped });
          const isOver = !demandStood(inputs, gone.toMs) && !it.causes.some((cause) => isUnread(cause, inputs));
          return isOver && wasReset(inputs, gone)
            ? text('checks.latch-reset', { tag: tripped, reset: reset ?? '' })
            : undefined;
        },
        undecided: (inputs) => {
          const gone = letGo(inputs);
          if (gone === undefined || demandStood(inputs, gone.toMs)) return undefined;
          return it.causes.some((cause) => isUnread(cause, inputs))
            ? text('checks.latch-demand-unread', { tag: tripped })
            : text('checks.latch-released-after', { tag: tripped });
        },
        judge: () => ({
          says: 'fail',
          expected: text('checks.latch-expected', { tag: tripped }),
          actual: text('checks.latch-let-go', { tag: tripped }),
        }),
      },
    ];
  },
});
