import { z } from 'zod';
import { text } from '../messages/index.ts';

/** Text of a pack in both languages. */
export const localized = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export type Localized = z.infer<typeof localized>;

/** `YYYY-MM-DD`, a day that exists. */
export const calendarDate = z.string().refine(
  (written) => {
    const parsed = new Date(`${written}T00:00:00Z`);
    return (
      /^\d{4}-\d{2}-\d{2}$/.test(written) && !Number.isNaN(parsed.valueOf()) && parsed.toISOString().startsWith(written)
    );
  },
  { error: 'YYYY-MM-DD', params: { because: text('pack-fault.date') } },
);

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000 };

/** `3s`, `200ms`, `10 min`, `1 h` → milliseconds. */
export const durationMs = z.string().transform((written, context) => {
  const [, amount, unit] = /^(\d+(?:\.\d+)?) ?(ms|s|min|h)$/.exec(written) ?? [];
  const factor = unitMs[unit ?? ''];
  if (amount !== undefined && factor !== undefined) return Number(amount) * factor;
  context.addIssue({ code: 'custom', message: written, params: { because: text('pack-fault.duration', { written }) } });
  return z.NEVER;
});
