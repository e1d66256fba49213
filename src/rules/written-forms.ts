import { z } from 'zod';

/** Text of a pack in both languages. */
export const localized = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export type Localized = z.infer<typeof localized>;

/** `YYYY-MM-DD`, a day that exists. */
export const calendarDate = z.string().refine((written) => {
  const parsed = new Date(`${written}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(written) && !Number.isNaN(parsed.valueOf()) && parsed.toISOString().startsWith(written)
  );
}, 'YYYY-MM-DD');
