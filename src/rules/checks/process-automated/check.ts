import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { defineCheck } from '../../check.ts';

/**
 * A unit with a key-supervised process has automatic control (`automation`), or an emergency shutdown function
 * (`emergency`). Nothing of it at all is a fail; part of it is listed row by row elsewhere and only informs here.
 */
export const processAutomated = defineCheck({
  name: 'process-automated',
  subject: 'unit',
  parameters: z.strictObject({ aspect: z.enum(['automation', 'emergency']) }),
  parts: ({ unit, required, functions }, { aspect }) => {
    const rows = required.filter(
      (row) => row.standing === 'required' && row.nature !== 'passive' && (aspect === 'automation' || row.emergency),
    );
    if (rows.length === 0) return [];
    const missing = rows.filter(
      ({ row }) =>
        !functions.some(
          ({ function: it }) => it.document === undefined && it.covers.some((claim) => claim.function === row.id),
        ),
    );
    const words = { unit: unit.id, missing: missing.map(({ row }) => row.id).join('、'), of: rows.length };
    return [
      {
        name: aspect,
        needs: [],
        judge: () => {
          if (missing.length === 0) return { says: 'pass', because: text(`rulebase.has-${aspect}`, words) };
          if (missing.length < rows.length)
            return { says: 'informational', because: text(`rulebase.partly-${aspect}`, words) };
          return {
            says: 'fail',
            expected: text(`rulebase.expected-${aspect}`, words),
            actual: text(`rulebase.without-${aspect}`, words),
          };
        },
      },
    ];
  },
});
