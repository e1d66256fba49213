import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import type { Cause, Plant } from '../../../plant/index.ts';
import { defineCheck, type Inputs } from '../../check.ts';
import { bypassNeeds, excusedIn } from '../bypass-of-channel.ts';
import { isInBand } from '../channel-health.ts';
import { convertDifference } from '../convert-difference.ts';
import { pointOf } from '../discrete.ts';

/**
 * Sister channels agree within the declared deviation, even where the vote would still trip (judgement.md §5). A channel
 * in its fault band, or bypassed under a permit, is left out; a bypass without a permit excuses nothing.
 */
export const channelDeviation = defineCheck({
  name: 'channel-deviation',
  subject: 'safety-function',
  parameters: z.strictObject({}),
  parts: ({ function: it, plant }) =>
    it.causes.flatMap((cause) => {
      const { channels, deviation } = cause;
      const [first] = channels;
      if (deviation === undefined || first === undefined || channels.length < 2) return [];
      const unit = pointOf(plant, first).unit ?? deviation.unit;
      const limit = convertDifference(deviation, unit);
      const lacks = text('rules.units-not-comparable', { tag: first, a: deviation.unit, b: unit });
      return [
        {
          name: `deviation ${channels.join(' ')}`,
          needs: [...channels.map((tag) => ({ kind: 'reading' as const, tag })), ...bypassNeeds(cause)],
          ...(limit === undefined ? { lacks } : {}),
          unmet: (inputs) => {
            if (comparedOf(cause, plant, inputs).length >= 2) return undefined;
            const failed = channels.find((tag) => !isInBand(pointOf(plant, tag), Number(inputs.reading(tag).value)));
            return failed === undefined
              ? text('checks.bypassed-apart', { channels: channels.join('、') })
              : text('rules.channel-fault-apart', { tag: failed });
          },
          undecided: (inputs) => {
            const unclear = channels.filter((tag) => excusedIn(cause, tag, plant, inputs) === 'unclear');
            const { spread } = spreadOf(comparedOf(cause, plant, inputs), inputs);
            return unclear.length === 0 || (limit !== undefined && spread <= limit)
              ? undefined
              : text('checks.bypass-unclear', { channels: unclear.join('、') });
          },
          judge: (inputs) => {
            const { spread, names } = spreadOf(comparedOf(cause, plant, inputs), inputs);
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

/** A channel that reports its own failure, or is bypassed for calibration, says nothing about its sisters. */
function comparedOf(cause: Cause, plant: Plant, inputs: Inputs): readonly string[] {
  return cause.channels.filter(
    (tag) =>
      excusedIn(cause, tag, plant, inputs) !== 'yes' &&
      isInBand(pointOf(plant, tag), Number(inputs.reading(tag).value)),
  );
}

function spreadOf(channels: readonly string[], inputs: Inputs): { readonly spread: number; readonly names: string } {
  const values = channels.map((tag) => Number(inputs.reading(tag).value));
  return { spread: Math.max(...values) - Math.min(...values), names: channels.join('、') };
}
