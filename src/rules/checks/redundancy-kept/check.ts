import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { defineCheck } from '../../check.ts';

/** Of a redundant pair the other one answers too: a stand-by in STOP is no fault, one that is gone is (judgement.md §6). */
export const redundancyKept = defineCheck({
  name: 'redundancy-kept',
  subject: 'controller',
  parameters: z.strictObject({}),
  parts: ({ controller }) => {
    const { id } = controller;
    if (controller.endpoints.length < 2) return [];
    return [
      {
        name: 'redundancy',
        needs: [{ kind: 'standby', controller: id }],
        unmet: (inputs) => (inputs.standby(id).length === 0 ? text('checks.standby-not-looked-at', { id }) : undefined),
        judge: (inputs) => {
          const gone = inputs.standby(id).filter(({ isThere }) => !isThere);
          const words = { id, endpoints: gone.map(({ endpoint }) => endpoint).join('、') };
          return gone.length === 0
            ? { says: 'pass', because: text('checks.redundant', { id }) }
            : {
                says: 'fail',
                expected: text('checks.redundant', { id }),
                actual: text('checks.redundancy-lost', words),
              };
        },
      },
    ];
  },
});
