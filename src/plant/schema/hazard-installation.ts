import { z } from 'zod';
import { measuredQuantities } from '../plant.ts';
import { declared } from './declared.ts';
import { noun } from './noun.ts';
import { manyWords, words } from './written-forms.ts';

const levels = { '1': 1, '2': 2, '3': 3, '4': 4 } as const;

/** `[LT-1, LT-2]`, or `{ not_applicable: why }`. */
const measurement = z.union([
  manyWords.transform((points) => ({ points })),
  noun({ not_applicable: words }).transform((written) => ({ notApplicable: written.not_applicable })),
]);

/** A registered major hazard installation (重大危险源), as its record says. */
export const hazardInstallationSchema = noun({
  name: words,
  level: z.enum(['1', '2', '3', '4']).transform((written) => levels[written]),
  record: words,
  substances: z
    .array(z.enum(['toxic-gas', 'flammable-gas', 'liquefied-gas', 'highly-toxic-liquid', 'flammable-liquid', 'other']))
    .min(1),
  units: manyWords,
  kind: z.enum(['tank-farm', 'warehouse', 'production', 'other']).exactOptional(),
  assessment: words.exactOptional(),
  measurements: z.partialRecord(z.enum(measuredQuantities), measurement).exactOptional(),
}).transform((written) => declared(written));
