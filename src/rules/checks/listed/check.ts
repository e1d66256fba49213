import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { defineCheckOfAny } from '../../check.ts';

/** Names a duty that is not the enterprise's, or that no reading and no statement of the plant can judge: it informs only. */
export const listed = defineCheckOfAny({
  name: 'listed',
  parameters: z.strictObject({ whose: z.enum(['government', 'nobody']).default('government') }),
  parts: (_subject, { whose }) => [
    {
      name: 'listed',
      needs: [],
      judge: () => ({ says: 'informational', because: text(`rulebase.listed-${whose}`) }),
    },
  ],
});
