import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { defineCheck } from '../../check.ts';
import { pointOf } from '../discrete.ts';

/**
 * The user of the audit, who only reads, may not write a trip setpoint, a bypass or a force. Only OPC UA says so; of the
 * other protocols nothing is asked.
 */
export const setpointNotWritable = defineCheck({
  name: 'setpoint-not-writable',
  subject: 'safety-function',
  parameters: z.strictObject({}),
  parts: ({ function: it, plant }) => {
    const tags = it.causes.flatMap((cause) => [cause.trip?.setpoint, ...cause.bypasses, ...cause.forces]);
    return [...new Set(tags)].flatMap((tag) => {
      if (tag === undefined || pointOf(plant, tag).address.protocol !== 'opcua') return [];
      return [
        {
          name: `writable ${tag}`,
          needs: [{ kind: 'access' as const, tag }],
          judge: (inputs) =>
            inputs.writable(tag)
              ? {
                  says: 'fail',
                  expected: text('checks.not-writable-expected', { tag }),
                  actual: text('checks.writable', { tag }),
                }
              : { says: 'pass', because: text('checks.not-writable', { tag }) },
        },
      ];
    });
  },
});
