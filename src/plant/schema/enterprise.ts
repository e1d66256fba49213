import { z } from 'zod';
import { text } from '../../messages/index.ts';
import { declared } from './declared.ts';
import { noun } from './noun.ts';
import { refuse } from './refuse.ts';
import { topics, truth, words } from './written-forms.ts';

/** GB 32100-2015: 18 characters without I, O, S, V, Z. The check digit is judged by the lint. */
const uscc = words.transform((written, context) =>
  /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(written) ? written : refuse(context, text('plant.uscc-form', { written })),
);

/** Who is audited. */
export const enterpriseSchema = noun({
  name: words,
  uscc,
  town: words.exactOptional(),
  sectors: z.array(z.enum(['hazardous-chemicals', 'metallurgy', 'other'])).min(1),
  producer: truth.exactOptional(),
  features: topics.exactOptional(),
}).transform((written) => declared(written));
