import { z } from 'zod';
import { outcomeWords } from '../../../rules/index.ts';

/** How many, or so many ms. */
export const count = z.int().nonnegative();
/** A calendar date. */
export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('Calendar date in the plant’s zone');
/** SHA-256, hex. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A sentence in the document's language, with the key of its message. */
export const sentence = z.strictObject({ key: z.string(), text: z.string() }).meta({ id: 'Sentence' });

/** One part of a judgement. */
export const partSchema = z.strictObject({
  part: z.string(),
  result: z.enum(outcomeWords),
  because: sentence.optional(),
  expected: sentence.optional(),
  actual: sentence.optional(),
  side: z.literal('safe').optional(),
  grade: z.literal('file').optional().describe('It rests on exported files and was not read live'),
  sampling: z
    .strictObject({ samples: count, spanMs: count, longestMs: count })
    .optional()
    .describe('Where it rests on samples over the window: the fewest of a point, their span, the longest gap'),
  missing: z.array(z.strictObject({ of: z.string(), why: sentence })),
  evidence: z.array(count),
});
