import chineseDays from 'chinese-days';
import { weekdayOf } from './dates.ts';
import type { CalendarDay, WorkCalendar } from './work-calendar.ts';

/** The years whose days have been held against the yearly notices of the State Council's office, one by one. */
const checkedYears: readonly number[] = [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];

/** The Chinese calendar of working days for the years that were checked; every other year is unknown. */
export const shippedCalendar: WorkCalendar = {
  years: checkedYears,
  day(date) {
    const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
    // The library takes any year and guesses that its weekdays are worked.
    if (!checkedYears.includes(year)) return undefined;
    // Noon of the machine's own zone: the library asks for local days, and a date must not move with the machine.
    const { work } = chineseDays.getDayDetail(new Date(year, month - 1, day, 12));
    return dayOf(date, work);
  },
};

/** Names a day by what it would be without any notice and by what it is. */
export function dayOf(date: string, working: boolean): CalendarDay {
  const isWeekend = weekdayOf(date) === 0 || weekdayOf(date) === 6;
  if (working) return { working, why: isWeekend ? 'make-up' : 'weekday' };
  return { working, why: isWeekend ? 'weekend' : 'holiday' };
}
