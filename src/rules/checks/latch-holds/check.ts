import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { defineCheck, type Inputs } from '../../check.ts';
import { isDemanded } from '../demand.ts';
import { pointOf, saysOne } from '../discrete.ts';
import { momentsOf, needsOfVotes } from '../votes.ts';

/**
 * A latched function that has tripped does not let go while its demand stands. A reset button that is pressed between two
 * readings is not seen, so letting go after the demand is over proves nothing.
 */
export const latchHolds = defineCheck({
  name: 'latch-holds',
  subject: 'safety-function',
  parameters: z.strictObject({}),
  parts: ({ function: it, plant }) => {
    const { tripped } = it;
    if (it.latched !== true || tripped === undefined) return [];
    const bit = pointOf(plant, tripped).oneMeans !== 'healthy';
    const isTripped = (value: Parameters<typeof saysOne>[0]) => saysOne(value) === bit;
    /** When the trip was first seen gone after it had been there. */
    const letGo = (inputs: Inputs) => {
      const all = inputs.readings(tripped);
      return all.find((sample, index) => {
        const before = all[index - 1];
        return before !== undefined && isTripped(before.value) && !isTripped(sample.value);
      })?.atMs;
    };
    return [
      {
        name: `latch ${tripped}`,
        needs: [{ kind: 'reading', tag: tripped }, ...it.causes.flatMap(needsOfVotes)],
        unmet: (inputs) => {
          const atMs = letGo(inputs);
          if (atMs === undefined) return text('checks.latch-not-released', { tag: tripped });
          // The demand is seen both before and after: a reset in between was no reset.
          const stands = it.causes.some((cause) => {
            const moments = momentsOf(cause, inputs);
            const around = [moments.findLast((each) => each < atMs), moments.find((each) => each >= atMs)];
            return around.every((each) => each !== undefined && isDemanded(cause, it, plant, inputs, each));
          });
          return stands ? undefined : text('checks.latch-released-after', { tag: tripped });
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
