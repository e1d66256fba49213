import type { CalendarDate } from '../../plant/index.ts';
import { addDays } from './dates.ts';

/**
 * The last day of a proposed limit in calendar days: the start day is not counted and the end does not roll over
 * a holiday.
 */
export function limitEnd(from: CalendarDate, days: number): CalendarDate {
  return addDays(from, days);
}
