import { z } from 'zod';
import { text } from '../../messages/index.ts';
import type { PackFault } from '../pack.ts';
import { readYaml } from '../read-yaml.ts';
import { calendarDate } from '../written-forms.ts';
import { weekdayOf } from './dates.ts';
import { dayOf } from './shipped-calendar.ts';
import type { WorkCalendar } from './work-calendar.ts';

const calendarFile = z
  .record(
    z.string().regex(/^20\d\d$/, 'a year such as 2027'),
    z.strictObject({
      /** Where the days come from: the number or address of the notice. */
      notice: z.string().min(1),
      off: z.array(calendarDate),
      work: z.array(calendarDate),
    }),
  )
  .superRefine((years, context) => {
    for (const [year, { off, work }] of Object.entries(years)) {
      for (const date of off.filter((day) => work.includes(day)))
        context.addIssue({
          code: 'custom',
          path: [year, 'work'],
          params: { because: text('pack-fault.both-ways', { date }) },
        });
      for (const date of [...off, ...work].filter((day) => !belongsTo(day, Number(year))))
        context.addIssue({
          code: 'custom',
          path: [year],
          params: { because: text('pack-fault.other-year', { date, year }) },
        });
    }
  });

/** A calendar, or every fault of the file at once. */
export type ReadCalendar =
  | { readonly ok: true; readonly calendar: WorkCalendar }
  | { readonly ok: false; readonly faults: readonly PackFault[] };

/**
 * Adds the years of a user's file to a calendar; a year that both have is the file's. A notice may name days of the
 * December before it: those are the file's too.
 */
export function readCalendar(file: string, base: WorkCalendar): ReadCalendar {
  const faults: PackFault[] = [];
  const years = readYaml(file, calendarFile, faults);
  if (years === undefined) return { ok: false, faults };
  const days = new Map<string, boolean>();
  for (const { off, work } of Object.values(years)) {
    for (const date of off) days.set(date, false);
    for (const date of work) days.set(date, true);
  }
  const added = Object.keys(years).map(Number);
  return {
    ok: true,
    calendar: {
      years: [...new Set([...base.years, ...added])].sort((a, b) => a - b),
      day(date) {
        const working = days.get(date);
        if (working !== undefined) return dayOf(date, working);
        if (!added.includes(Number(date.slice(0, 4)))) return base.day(date);
        return dayOf(date, weekdayOf(date) > 0 && weekdayOf(date) < 6);
      },
    },
  };
}

function belongsTo(date: string, year: number): boolean {
  return date.startsWith(`${year}-`) || date.startsWith(`${year - 1}-12-`);
}
