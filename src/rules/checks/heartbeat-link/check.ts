import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { indexOf } from '../../../plant/index.ts';
import { defineCheck, type Inputs, type Part, type Sample } from '../../check.ts';
import { durationMs } from '../../written-forms.ts';

/**
 * The heartbeat of another system arrives in a controller. Where it does not and the sender's own heartbeat stands still
 * too, that is the sender's fault and not the link's; what arrives needs no second witness. A link that is declared one way
 * only is shown.
 */
export const heartbeatLink = defineCheck({
  name: 'heartbeat-link',
  subject: 'controller',
  parameters: z.strictObject({ window: durationMs }),
  parts: ({ controller, plant }, { window: spanMs }) => {
    const all = indexOf(plant).heartbeats;
    const received = all.filter((point) => point.controller === controller.id && point.heartbeatOf !== undefined);
    return received.flatMap(({ tag, heartbeatOf: from = '' }): readonly Part[] => {
      const own = all.find((point) => point.controller === from && point.heartbeatOf === undefined)?.tag;
      const words = { tag, from, at: controller.id, seconds: spanMs / 1000 };
      const isBothWays = all.some((point) => point.controller === from && point.heartbeatOf === controller.id);
      const changes = ([first, ...later]: readonly Sample[]) => later.some(({ value }) => value !== first?.value);
      const isSenderDead = (inputs: Inputs) => {
        const seen = own === undefined ? [] : inputs.readings(own);
        return seen.length > 1 && !changes(seen);
      };
      return [
        {
          name: `heartbeat from ${from}`,
          needs: [
            { kind: 'series', tag, spanMs },
            ...(own === undefined ? [] : [{ kind: 'reading' as const, tag: own, optional: true as const }]),
          ],
          unmet: (inputs) =>
            !changes(inputs.series(tag)) && isSenderDead(inputs)
              ? text('checks.sender-dead', { from, tag: own ?? '' })
              : undefined,
          judge: (inputs) =>
            changes(inputs.series(tag))
              ? { says: 'pass', because: text('checks.link-alive', words) }
              : {
                  says: 'fail',
                  expected: text('checks.link-expected', words),
                  actual: text('checks.link-dead', words),
                },
        },
        ...(isBothWays
          ? []
          : [
              {
                name: `heartbeat to ${from}`,
                needs: [],
                judge: () => ({ says: 'informational' as const, because: text('checks.link-one-way', words) }),
              },
            ]),
      ];
    });
  },
});
