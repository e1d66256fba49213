import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { unmeasuredParameters } from '../../catalogue/index.ts';
import { defineCheck } from '../../check.ts';

/** Names the monitored parameters of a unit's processes that no declared point measures; it informs and fails nobody. */
export const parametersMeasured = defineCheck({
  name: 'parameters-measured',
  subject: 'unit',
  parameters: z.strictObject({}),
  parts: ({ unit, required, plant }) => {
    const processes = [...new Set(required.map((row) => row.process))];
    if (processes.length === 0) return [];
    const missing = unmeasuredParameters(unit, processes, plant);
    return [
      {
        name: 'parameters',
        needs: [],
        judge: () =>
          missing.length === 0
            ? { says: 'pass', because: text('rulebase.parameters-measured') }
            : {
                says: 'informational',
                because: text('rulebase.parameters-unmeasured', { names: missing.join('；') }),
              },
      },
    ];
  },
});
