import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { defineCheck } from '../../check.ts';
import { pointOf } from '../discrete.ts';

/** A measurement that is declared to move does so: only those can be frozen (judgement.md §5). */
export const channelMoves = defineCheck({
  name: 'channel-moves',
  subject: 'safety-function',
  parameters: z.strictObject({}),
  parts: ({ function: it, plant }) => {
    const channels = new Set([
      ...it.causes.flatMap((cause) => cause.channels),
      ...(it.loop === undefined ? [] : [it.loop.measurement]),
    ]);
    return [...channels].flatMap((tag) => {
      const { moves, range, unit = '' } = pointOf(plant, tag);
      if (moves === undefined) return [];
      const lacks = text('rules.range-not-declared', { tag });
      const least = range === undefined ? 0 : ((range.high - range.low) * moves.atLeastPercent) / 100;
      return [
        {
          name: `moves ${tag}`,
          needs: [{ kind: 'series' as const, tag, spanMs: moves.withinMs }],
          ...(range === undefined ? { lacks } : {}),
          judge: (inputs) => {
            const values = inputs.series(tag).map((sample) => Number(sample.value));
            const moved = Math.max(...values) - Math.min(...values);
            const words = { tag, seconds: moves.withinMs / 1000, least: Number(least.toPrecision(4)), unit };
            return moved >= least
              ? { says: 'pass', because: text('rules.moves', { tag }) }
              : {
                  says: 'fail',
                  expected: text('rules.moves-expected', words),
                  actual: text('rules.frozen', {
                    ...words,
                    value: Number((values.at(-1) ?? 0).toPrecision(6)),
                    moved: Number(moved.toPrecision(3)),
                  }),
                };
          },
        },
      ];
    });
  },
});
