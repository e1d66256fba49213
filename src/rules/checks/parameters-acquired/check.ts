import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { measuredQuantities } from '../../../plant/index.ts';
import { defineCheck, type Need, type Part } from '../../check.ts';

/** Temperature, pressure, level, flow and composition of an installation are acquired: each is read, or said not to exist. */
export const parametersAcquired = defineCheck({
  name: 'parameters-acquired',
  subject: 'hazard-installation',
  parameters: z.strictObject({}),
  parts: ({ installation }) =>
    measuredQuantities.map((quantity): Part => {
      const measured = installation.measurements?.[quantity];
      const name = `acquired ${quantity}`;
      const words = { quantity: text(`rulebase.quantity-${quantity}`) };
      if (measured === undefined) {
        const lacks = text('rulebase.quantity-not-stated', words);
        return { name, needs: [], lacks, judge: () => ({ says: 'informational', because: lacks }) };
      }
      if ('notApplicable' in measured) {
        const because = text('rulebase.quantity-not-applicable', { ...words, reason: measured.notApplicable });
        return { name, needs: [], judge: () => ({ says: 'notapplicable', because }) };
      }
      const because = text('rulebase.quantity-acquired', { ...words, tags: measured.points.join('、') });
      const needs = measured.points.map((tag): Need => ({ kind: 'reading', tag }));
      return { name, needs, judge: () => ({ says: 'pass', because }) };
    }),
});
