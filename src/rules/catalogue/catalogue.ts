import { z } from 'zod';
import { confidences } from '../confidence.ts';
import { calendarDate, localized } from '../written-forms.ts';

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
  /** The action of the row that is an emergency shutdown although its kind is another: that part binds like one (REG-P-B). */
  shutdown_part: z.string().optional(),
  /** Where the kind's own nature does not fit the row. */
  nature: z.strictObject({ is: z.enum(natures), because: localized }).optional(),
});
export type CatalogueRow = z.infer<typeof catalogueRowSchema>;

/** What later texts count in or leave out of a process: a plant is held against it before it is said to have the process. */
const scopeAdjustmentSchema = z.strictObject({
  is: z.enum(['included', 'excluded']),
  what: localized,
  fact: z.string(),
  from: calendarDate,
  confidence: z.enum(confidences),
});

/** One key-supervised process with its monitored parameters and required control functions. */
export const catalogueProcessSchema = z.strictObject({
  id: z.string().regex(/^P\d{2}$/),
  name: localized,
  /** 1 = the list of 2009, 2 = the list of 2013. */
  batch: z.union([z.literal(1), z.literal(2)]),
  clause: z.strictObject({ document: z.string(), fact: z.string(), from: calendarDate }),
  monitored_units: z.array(localized).min(1),
  scope: z.array(scopeAdjustmentSchema).default([]),
  parameters: z.strictObject({ confidence: z.enum(confidences), names: z.array(localized).min(1) }),
  rows: z.array(catalogueRowSchema).min(1),
});
export type CatalogueProcess = z.infer<typeof catalogueProcessSchema>;

/** The catalogue; a process is read when it is asked for. */
export interface Catalogue {
  /** All process ids, in order. */
  readonly ids: readonly string[];
  /** A process by its id, e.g. `P03`; undefined where the catalogue has none. */
  get(id: string): CatalogueProcess | undefined;
}
