import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import type { Cause, Plant } from '../../../plant/index.ts';
import { defineCheck, type Inputs, type Part } from '../../check.ts';
import { bypassNeeds, excusedIn } from '../bypass-of-channel.ts';
import { isInBand } from '../channel-health.ts';
import { pointOf } from '../discrete.ts';

/**
 * A channel that stands dead still while each of its sisters moves by at least `percent` of the range is frozen. Where
 * not all of them move, or one is bypassed under a permit, there is nothing to compare with: not checked.
 */
export const channelFollowsSisters = defineCheck({
  name: 'channel-follows-sisters',
  subject: 'safety-function',
  parameters: z.strictObject({ percent: z.number().positive() }),
  parts: ({ function: it, plant }, { percent }) =>
    it.causes.flatMap((cause) =>
      cause.channels.length < 2 ? [] : cause.channels.flatMap((tag) => partOf(tag, cause, plant, percent)),
    ),
});

function partOf(tag: string, cause: Cause, plant: Plant, percent: number): readonly Part[] {
  const sisters = cause.channels.filter((other) => other !== tag);
  const ranges = cause.channels.map((each) => pointOf(plant, each).range);
  if (ranges.includes(undefined)) return [];
  const span = (each: string) => {
    const range = pointOf(plant, each).range;
    return range === undefined ? 0 : ((range.high - range.low) * percent) / 100;
  };
  const moved = (each: string, inputs: Inputs) => {
    const values = inputs.readings(each).map((sample) => Number(sample.value));
    return Math.max(...values) - Math.min(...values);
  };
  const words = { tag, sisters: sisters.join('、'), percent };
  return [
    {
      name: `beside sisters ${tag}`,
      needs: [...cause.channels.map((each) => ({ kind: 'reading' as const, tag: each })), ...bypassNeeds(cause)],
      unmet: (inputs) => {
        // A transmitter under calibration moves by itself, or stands where its bench holds it.
        if (cause.channels.some((each) => excusedIn(cause, each, plant, inputs) === 'yes'))
          return text('checks.bypassed-apart', { channels: cause.channels.join('、') });
        const failed = cause.channels.find(
          (each) => !isInBand(pointOf(plant, each), Number(inputs.reading(each).value)),
        );
        if (failed !== undefined) return text('rules.channel-fault-apart', { tag: failed });
        return sisters.every((each) => moved(each, inputs) >= span(each))
          ? undefined
          : text('checks.sisters-still', words);
      },
      undecided: (inputs) => {
        const unclear = cause.channels.filter((each) => excusedIn(cause, each, plant, inputs) === 'unclear');
        return unclear.length === 0 || moved(tag, inputs) > 0
          ? undefined
          : text('checks.bypass-unclear-still', { tag, channels: unclear.join('、') });
      },
      judge: (inputs) =>
        moved(tag, inputs) > 0
          ? { says: 'pass', because: text('checks.moves-with-sisters', words) }
          : {
              says: 'fail',
              expected: text('checks.moves-with-sisters-expected', words),
              actual: text('checks.stands-beside-sisters', {
                ...words,
                value: Number(Number(inputs.reading(tag).value).toPrecision(6)),
                unit: pointOf(plant, tag).unit ?? '',
              }),
            },
    },
  ];
}
