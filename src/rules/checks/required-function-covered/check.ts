import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { uncoveredPairs } from '../../catalogue/index.ts';
import { defineCheck } from '../../check.ts';

/** Every trigger and action of a required function is claimed by a declared safety function. */
export const requiredFunctionCovered = defineCheck({
  name: 'required-function-covered',
  subject: 'required-function',
  parameters: z.strictObject({}),
  parts: ({ required, coveredBy }) => [
    {
      name: 'declared',
      needs: [],
      judge: () => {
        const functions = coveredBy.map((it) => it.id).join('、');
        const { name } = required.row;
        if (coveredBy.length === 0) {
          return {
            says: 'fail',
            expected: text('rules.function-expected', { name }),
            actual: text('rules.function-not-found', { name }),
          };
        }
        const missing = uncoveredPairs(required.row, coveredBy);
        if (missing.length === 0)
          return { says: 'pass', because: text('rules.function-declared', { name, functions }) };
        return {
          says: 'fail',
          expected: text('rules.function-expected', { name }),
          actual: text('rules.function-incomplete', {
            functions,
            missing: missing.map(({ trigger, action }) => [trigger, action].filter(Boolean).join(' → ')).join('；'),
          }),
        };
      },
    },
  ],
});
