import { z } from 'zod';
import { calendarDate, confidences } from '../../rules/index.ts';

const localized = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }).readonly();
const count = z
  .strictObject({ days: z.int().positive(), fact: z.string().min(1), text: z.enum(confidences) })
  .readonly();
const bySeverity = z.strictObject({ general: z.int().positive(), major: z.int().positive() }).readonly();

/** What kind of work a repair is; a person says which where the rule's own limit does not fit. */
export const workKinds = ['setting', 'wiring', 'instrument', 'new-sis'] as const;
export type WorkKind = (typeof workKinds)[number];

/** Names, day counts and proposals that an authority may set otherwise. */
export const settingsSchema = z
  .strictObject({
    agencies: z.strictObject({
      list: z
        .array(
          z.strictObject({
            name: localized,
            /** The characters before the year in its document numbers. */
            code: z.string().min(1),
            from: calendarDate.optional(),
            to: calendarDate.optional(),
          }),
        )
        .min(1),
      unsettled: z.strictObject({ from: calendarDate, to: calendarDate }).optional(),
      text: z.enum(confidences),
    }),
    government: localized,
    criteria_from: z.strictObject({ date: calendarDate, fact: z.string().min(1), text: z.enum(confidences) }),
    day_counts: z.strictObject({
      extension_before: count,
      extension_answer: count,
      recheck_within: count,
      resumption_review: count,
    }),
    work_days: z.strictObject({
      setting: bySeverity,
      wiring: bySeverity,
      instrument: bySeverity,
      'new-sis': bySeverity,
    }),
  })
  .readonly();
export type Settings = z.infer<typeof settingsSchema>;
