import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { defineCheck } from '../../check.ts';

/** Delay and travel as declared fit within the process safety time of a function. */
export const responseInTime = defineCheck({
  name: 'response-in-time',
  subject: 'safety-function',
  parameters: z.strictObject({}),
  parts: ({ function: it }) => {
    const { safetyTimeMs, causes, effects } = it;
    if (safetyTimeMs === undefined) return [];
    return causes.flatMap((cause) =>
      effects.flatMap(({ element, withinMs, to }) => {
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
  },
});
