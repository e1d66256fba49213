import { type Text, text } from '../../messages/index.ts';
import type { CalendarDate } from '../../plant/index.ts';
import { addDays, addMonths, daysBetween, monthEnd } from './dates.ts';
import { dayText } from './day-text.ts';
import type { Limit, Roll } from './limit.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** The last day of a limit with the steps that lead to it, or the year whose calendar nobody has. */
export type ComputedLimit =
  | { readonly ok: true; readonly from: CalendarDate; readonly end: CalendarDate; readonly steps: readonly Text[] }
  | { readonly ok: false; readonly missingYear: number; readonly because: Text };

/** Computes a limit from its start day, which is not counted. Refuses where a working day would have to be guessed. */
export function computeLimit(from: CalendarDate, limit: Limit, calendar: WorkCalendar): ComputedLimit {
  if ('date' in limit) {
    const steps = [text('rectification.limit-fixed', { date: limit.date, day: dayText(limit.date, calendar) })];
    return { ok: true, from, end: limit.date, steps };
  }
  if ('working_days' in limit) return workingDays(from, limit.working_days, calendar);
  const start = text('rectification.limit-start', { from, day: dayText(from, calendar) });
  if ('months' in limit) {
    const { date, exact } = addMonths(from, limit.months);
    const key = exact ? 'rectification.limit-months' : 'rectification.limit-month-end';
    return rolled(from, date, limit.roll, calendar, [start, text(key, { months: limit.months, date })]);
  }
  const end = addDays(from, limit.days);
  return rolled(from, end, limit.roll, calendar, [start, ...byMonth(from, end)]);
}

/** `18 days to the end of February, 12 in March`: the sum as a clerk would do it on paper. */
function byMonth(from: CalendarDate, end: CalendarDate): readonly Text[] {
  const steps: Text[] = [];
  for (let last = from; last < end; ) {
    const first = addDays(last, 1);
    const to = monthEnd(first) < end ? monthEnd(first) : end;
    const values = { first, to, count: daysBetween(last, to), total: daysBetween(from, to) };
    steps.push(text('rectification.limit-month-part', values));
    last = to;
  }
  return steps;
}

function rolled(
  from: CalendarDate,
  end: CalendarDate,
  roll: Roll | undefined,
  calendar: WorkCalendar,
  steps: readonly Text[],
): ComputedLimit {
  const day = dayText(end, calendar);
  if (roll === undefined)
    return { ok: true, from, end, steps: [...steps, text('rectification.limit-no-roll', { end, day })] };
  const unknown = unknownYear(end, calendar);
  if (unknown !== undefined) return unknown;
  let last = end;
  const skipped: Text[] = [];
  for (let today = calendar.day(last); today?.working !== true; today = calendar.day(last)) {
    if (today === undefined) return refusal(last, calendar);
    skipped.push(text('rectification.limit-day-off', { date: last, day: dayText(last, calendar) }));
    last = addDays(last, 1);
  }
  const { document, fact } = roll;
  const closing =
    last === end
      ? text('rectification.limit-ends-on-workday', { end, day })
      : text('rectification.limit-rolled', { document, fact, to: last, day: dayText(last, calendar) });
  return { ok: true, from, end: last, steps: [...steps, ...skipped, closing, ...openDecember(last, calendar)] };
}

function workingDays(from: CalendarDate, count: number, calendar: WorkCalendar): ComputedLimit {
  const unknown = unknownYear(from, calendar);
  if (unknown !== undefined) return unknown;
  const steps: Text[] = [text('rectification.limit-start', { from, day: dayText(from, calendar) })];
  let date = from;
  for (let counted = 0; counted < count; ) {
    date = addDays(date, 1);
    const day = calendar.day(date);
    if (day === undefined) return refusal(date, calendar);
    if (day.working) counted += 1;
    if (day.why === 'make-up')
      steps.push(text('rectification.limit-make-up', { date, day: dayText(date, calendar), counted }));
    if (!day.working) steps.push(text('rectification.limit-day-off', { date, day: dayText(date, calendar) }));
  }
  const end = text('rectification.limit-working-days', { count, end: date, day: dayText(date, calendar) });
  return { ok: true, from, end: date, steps: [...steps, end, ...openDecember(date, calendar)] };
}

/** A notice may change days of the December before it: the end of the last known year is not settled. */
function openDecember(date: CalendarDate, calendar: WorkCalendar): readonly Text[] {
  const year = Number(date.slice(0, 4)) + 1;
  if (date.slice(5) < '12-25' || calendar.years.includes(year)) return [];
  return [text('rectification.limit-december', { year, date })];
}

function unknownYear(date: CalendarDate, calendar: WorkCalendar): ComputedLimit | undefined {
  return calendar.day(date) === undefined ? refusal(date, calendar) : undefined;
}

function refusal(date: CalendarDate, calendar: WorkCalendar): ComputedLimit {
  const missingYear = Number(date.slice(0, 4));
  const [first = 0, last = 0] = [calendar.years.at(0), calendar.years.at(-1)];
  return {
    ok: false,
    missingYear,
    because: text('rectification.calendar-without-year', { year: missingYear, first, last }),
  };
}
