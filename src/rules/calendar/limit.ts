import { z } from 'zod';
import { calendarDate } from '../written-forms.ts';

/** The law by which an end on a day off moves to the next working day; without one an end never moves. */
export const rollSchema = z.strictObject({
  document: z.string().min(1),
  fact: z.string().regex(/^(REG|DL)-[A-Za-z0-9().α-]+$/),
});
export type Roll = z.infer<typeof rollSchema>;

/**
 * A time limit as data. The start day is never counted. Calendar days, months and working days may roll where their
 * own law says so; a fixed date (a policy milestone, a date that an order names) never moves.
 */
export const limitSchema = z.union([
  z.strictObject({ days: z.number().int().positive().max(3660), roll: rollSchema.optional() }),
  z.strictObject({ months: z.number().int().positive().max(120), roll: rollSchema.optional() }),
  z.strictObject({ working_days: z.number().int().positive().max(750) }),
  z.strictObject({ date: calendarDate }),
]);
export type Limit = z.infer<typeof limitSchema>;
