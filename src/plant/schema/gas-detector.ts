import { z } from 'zod';
import { declared } from './declared.ts';
import { noun } from './noun.ts';
import { quantity, truth, words } from './written-forms.ts';

/** A gas detector, by the tag of the point that it measures. */
export const gasDetectorSchema = noun({
  unit: words,
  gas: words,
  hazard: z.enum(['toxic', 'combustible', 'oxygen']),
  level1: words.exactOptional(),
  level2: words.exactOptional(),
  oel: quantity.exactOptional(),
  idlh: quantity.exactOptional(),
  enclosed: truth.exactOptional(),
  distance: quantity.exactOptional(),
}).transform((written) => declared(written));
