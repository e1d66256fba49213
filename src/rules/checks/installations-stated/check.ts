import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { defineCheck } from '../../check.ts';

/** The plant file says which major hazard installations there are, even if none: silence about them is not an answer. */
export const installationsStated = defineCheck({
  name: 'installations-stated',
  subject: 'enterprise',
  parameters: z.strictObject({}),
  parts: ({ plant }) => {
    const lacks = text('rulebase.installations-not-stated');
    const number = plant.hazardInstallations.length;
    return [
      {
        name: 'installations',
        needs: [],
        ...(plant.hazardInstallationsStated === true ? {} : { lacks }),
        judge: () => ({ says: 'pass', because: text('rulebase.installations', { number }) }),
      },
    ];
  },
});
