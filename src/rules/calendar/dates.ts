import type { CalendarDate } from '../../plant/index.ts';

/** The date `days` later (earlier where negative). Plain Gregorian arithmetic: always works. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const it = new Date(`${date}T00:00:00Z`);
  it.setUTCDate(it.getUTCDate() + days);
  return it.toISOString().slice(0, 10);
}

/** The corresponding day `months` later, or the last day of that month where it has none; `exact` says which. */
export function addMonths(
  date: CalendarDate,
  months: number,
): { readonly date: CalendarDate; readonly exact: boolean } {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const exact = day <= last.getUTCDate();
  last.setUTCDate(exact ? day : last.getUTCDate());
  return { date: last.toISOString().slice(0, 10), exact };
}

/** Days from one date to another; negative where `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(date: CalendarDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** The last day of the month of a date. */
export function monthEnd(date: CalendarDate): CalendarDate {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
