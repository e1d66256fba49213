import type { CalendarDate } from '../../plant/index.ts';

/** What a day is in the working calendar, and why. A weekend day that is made a working day is `make-up` (调休上班). */
export interface CalendarDay {
  readonly working: boolean;
  readonly why: 'weekday' | 'weekend' | 'holiday' | 'make-up';
}

/** Which days are worked. Gives undefined for a day of a year without data: nobody may guess it. */
export interface WorkCalendar {
  day(date: CalendarDate): CalendarDay | undefined;
  /** First and last year with data, for the sentence that refuses. */
  readonly years: readonly number[];
}
