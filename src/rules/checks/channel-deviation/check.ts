import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { defineCheck } from '../../check.ts';
import { isInBand } from '../channel-health.ts';
import { convertDifference } from '../convert-difference.ts';
import { pointOf } from '../discrete.ts';

/** Sister channels agree within the declared deviation, even where the vote would still trip (judgement.md §5). */
export const channelDeviation = defineCheck({
  name: 'channel-deviation',
  subject: 'safety-function',
  parameters: z.strictObject({}),
  parts: ({ function: it, plant }) =>
    it.causes.flatMap(({ channels, deviation }) => {
      const [first] = channels;
      if (deviation === undefined || first === undefined || channels.length < 2) return [];
      const unit = pointOf(plant, first).unit ?? deviation.unit;
      const limit = convertDifference(deviation, unit);
      const names = channels.join('、');
      const lacks = text('rules.units-not-comparable', { tag: first, a: deviation.unit, b: unit });
      return [
        {
          name: `deviation ${channels.join(' ')}`,
          needs: channels.map((tag) => ({ kind: 'reading' as const, tag })),
          ...(limit === undefined ? { lacks } : {}),
          // A channel that reports its own failure is a fault of its own; its value says nothing about its sisters.
          unmet: (inputs) => {
            const failed = channels.find((tag) => !isInBand(pointOf(plant, tag), Number(inputs.reading(tag).value)));
            return failed === undefined ? undefined : text('rules.channel-fault-apart', { tag: failed });
          },
          judge: (inputs) => {
            const values = channels.map((tag) => Number(inputs.reading(tag).value));
            const spread = Math.max(...values) - Math.min(...values);
            const words = { channels: names, spread: Number(spread.toPrecision(4)), limit: limit ?? 0, unit };
            return limit !== undefined && spread <= limit
              ? { says: 'pass', because: text('rules.channels-agree', words) }
              : {
                  says: 'fail',
                  expected: text('rules.deviation-expected', words),
                  actual: text('rules.channels-deviate', words),
                };
          },
        },
      ];
    }),
});
