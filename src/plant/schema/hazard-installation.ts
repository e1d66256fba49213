import { z } from 'zod';
import { noun } from './noun.ts';
import { manyWords, words } from './written-forms.ts';

const levels = { '1': 1, '2': 2, '3': 3, '4': 4 } as const;

/** A registered major hazard installation (重大危险源), as its record says. */
export const hazardInstallationSchema = noun({
  name: words,
  level: z.enum(['1', '2', '3', '4']).transform((written) => levels[written]),
  record: words,
  substances: z
    .array(z.enum(['toxic-gas', 'flammable-gas', 'liquefied-gas', 'highly-toxic-liquid', 'flammable-liquid', 'other']))
    .min(1),
  units: manyWords,
});
