import { z } from 'zod';
import { declared } from './declared.ts';
import { noun } from './noun.ts';
import { duration, words } from './written-forms.ts';

/** One entry of `then`: a final element, its safe state, its command and feedback, and the time that it may take. */
export const effectSchema = noun({
  element: words,
  to: z.enum(['closed', 'open', 'stopped', 'running', 'alarm']),
  command: noun({ point: words, trip: z.enum(['energize', 'de-energize']) }).exactOptional(),
  feedback: noun({
    closed: words.exactOptional(),
    open: words.exactOptional(),
    running: words.exactOptional(),
  }).exactOptional(),
  within: duration.exactOptional(),
}).transform(({ element, to, command, feedback, within }) =>
  declared({ element, to, command, feedback, withinMs: within }),
);
