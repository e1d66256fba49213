import { z } from 'zod';
import { confidences } from '../confidence.ts';
import { localized } from '../written-forms.ts';

export const functionKinds = [
  'alarm',
  'interlock',
  'emergency-shutdown',
  'manual-esd',
  'emergency-relief',
  'explosion-venting',
  'emergency-cooling',
  'quench',
  'inert-gas',
  'isolation',
  'dump-tank',
  'toxic-absorption',
  'ventilation',
  'gas-detection',
  'ratio-control',
  'agitation-control',
  'level-control',
  'monitoring',
  'compressor-protection',
  'flame-protection',
  'static-elimination',
  'power',
  'video',
] as const;
export type FunctionKind = (typeof functionKinds)[number];

/** What can prove a required function, and which columns of the matrix are judged for it (judgement.md §1). */
export const natures = ['sif', 'interlock', 'alarm', 'control-loop', 'passive'] as const;
export type Nature = (typeof natures)[number];

/** One required control function of a process, as the catalogue file has it. */
export const catalogueRowSchema = z.strictObject({
  id: z.string().regex(/^P\d{2}-C\d{2}$/),
  kind: z.enum(functionKinds),
  name: localized,
  triggers: z.array(z.string()),
  actions: z.array(z.string()),
  /** `basic` = basic requirement; `recommended` = of the recommended schemes only the emergency-shutdown part binds. */
  source: z.enum(['basic', 'recommended']),
  confidence: z.enum(confidences),
  /** Where the kind's own nature does not fit the row. */
  nature: z.strictObject({ is: z.enum(natures), because: localized }).optional(),
});
export type CatalogueRow = z.infer<typeof catalogueRowSchema>;

/** One key-supervised process with its monitored parameters and required control functions. */
export const catalogueProcessSchema = z.strictObject({
  id: z.string().regex(/^P\d{2}$/),
  name: localized,
  clause: z.strictObject({ document: z.string(), fact: z.string() }),
  parameters: z.strictObject({ confidence: z.enum(confidences), names: z.array(z.string()) }),
  rows: z.array(catalogueRowSchema),
});
export type CatalogueProcess = z.infer<typeof catalogueProcessSchema>;

/** The catalogue by process id. */
export type Catalogue = ReadonlyMap<string, CatalogueProcess>;
