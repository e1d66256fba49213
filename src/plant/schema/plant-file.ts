import { z } from 'zod';
import { noun } from './noun.ts';

const later = z.unknown().exactOptional();

/** The first level of the file. What stands below each key is parsed noun by noun, so that one fault hides no other. */
export const plantFileSchema = noun({
  tripline: z.enum(['1']),
  enterprise: later,
  units: later,
  hazard_installations: later,
  controllers: later,
  points: later,
  functions: later,
  sequences: later,
  documents: later,
  permits: later,
  deviations: later,
  declarations: later,
  gas_detection: later,
});
