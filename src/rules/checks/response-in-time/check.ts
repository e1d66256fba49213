import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { defineCheck, type Part } from '../../check.ts';
import { citedParts } from '../../demand/cited-parts.ts';
import { unanswerable } from '../unanswerable.ts';

/**
 * Delay and travel as declared, and every response that was witnessed, fit within the process safety time of a function; of
 * one with a SIL that nobody gave one it is unknown.
 */
export const responseInTime = defineCheck({
  name: 'response-in-time',
  subject: 'safety-function',
  parameters: z.strictObject({}),
  parts: ({ function: it, plant }, _parameters, context) => {
    const { safetyTimeMs, causes, effects } = it;
    const moves = effects.some(({ to }) => to !== 'alarm');
    if (safetyTimeMs === undefined)
      return it.sil === undefined || !moves
        ? []
        : [unanswerable('response', text('checks.no-safety-time', { function: it.id }))];
    const declared = causes.flatMap((cause) =>
      effects.flatMap(({ element, withinMs, to }): readonly Part[] => {
        if (to === 'alarm') return [];
        const lacks = text('checks.no-travel-time', { element });
        const takes = (cause.delayMs ?? 0) + (withinMs ?? 0);
        const words = { element, takes: takes / 1000, allowed: safetyTimeMs / 1000 };
        return [
          {
            name: `response ${cause.channels.join(' ')} → ${element}`,
            needs: [],
            ...(withinMs === undefined ? { lacks } : {}),
            judge: () =>
              takes <= safetyTimeMs
                ? { says: 'pass', because: text('checks.response-fits', words) }
                : {
                    says: 'fail',
                    expected: text('checks.response-expected', words),
                    actual: text('checks.response-too-long', words),
                  },
          },
        ];
      }),
    );
    return [...declared, ...citedParts(it, plant, context).responses];
  },
});
