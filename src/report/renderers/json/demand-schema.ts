import { z } from 'zod';
import { count, date, partSchema, sentence, sha256 } from './schema-words.ts';

/** UTC, to the ms. */
const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);

const event = z.strictObject({
  kind: z.enum(['vote', 'demand', 'command', 'movement', 'arrival', 'loss']),
  after: moment.describe('Later than this: the last look that did not show it'),
  by: moment.optional().describe('No later than this: the first look that showed it; absent where none did'),
  isAfter: z.boolean().describe('Certainly after the event before it; false: both lie within one sampling interval'),
  says: sentence,
});

const resolution = z.strictObject({
  controller: z.string(),
  via: z.string(),
  everyMs: count,
  longestMs: z.number().nonnegative().describe('The longest time between two looks'),
  subscription: z
    .union([z.literal('used'), z.strictObject({ refused: sentence })])
    .optional()
    .describe(
      'The controller told of changes with its own times, or why it was polled; absent where that was not asked',
    ),
});

const form = z.strictObject({
  procedure: z.string().optional(),
  persons: z.array(z.string()).optional(),
  scope: z
    .strictObject({
      sensors: z.array(z.string()),
      logic: z.boolean(),
      elements: z.record(z.string(), z.enum(['full', 'partial'])),
    })
    .optional(),
  asFound: z.record(z.string(), z.string()).optional(),
  asLeft: z.record(z.string(), z.string()).optional(),
  remark: z.string().optional(),
});

/** The record of one function in a watch that an audit cites; its curves stand in audit.sqlite and in the report. */
export const demandSchema = z.strictObject({
  watch: z.string(),
  head: sha256.describe('Head of the chain of the watch'),
  on: date,
  function: z.string(),
  counts: z.enum(['proof-test', 'demand', 'nothing-seen']),
  unfit: sentence.optional().describe('Why no check uses it; absent where they do'),
  from: moment,
  to: moment,
  events: z.array(event),
  parts: z.array(partSchema).describe('As judged when it was watched, by what was declared then'),
  resolution: z.array(resolution),
  form: form.optional().describe('What people stated of the test; absent: no test was stated'),
  missing: z.array(sentence).describe('What the form lacks to be that of a proof test'),
  tested: z
    .array(
      z.strictObject({
        part: z.enum(['sensor', 'logic', 'element', 'partial stroke']),
        of: z.string(),
        renewed: z.boolean(),
        because: sentence,
      }),
    )
    .describe('What the test covered, part by part, and whether it renews its date'),
  declaration: sha256.describe('Of what was declared of the function and its points'),
  evidence: count,
});
