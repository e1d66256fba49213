import { z } from 'zod';
import { defineCheck } from '../../check.ts';
import { permittedPart } from '../permitted.ts';
import { switchesOf } from '../switches.ts';

/** No bypass and no force of a function is on without a valid permit. */
export const bypassPermitted = defineCheck({
  name: 'bypass-permitted',
  subject: 'safety-function',
  parameters: z.strictObject({}),
  parts: ({ function: it, plant }) => switchesOf(it).map((tag) => permittedPart(plant, tag)),
});
