import { type MessageKey, type Text, text } from '../../messages/index.ts';
import type { CalendarDate } from '../../plant/index.ts';
import { weekdayOf } from './dates.ts';
import type { WorkCalendar } from './work-calendar.ts';

const weekdays: readonly MessageKey[] = [
  'rectification.sunday',
  'rectification.monday',
  'rectification.tuesday',
  'rectification.wednesday',
  'rectification.thursday',
  'rectification.friday',
  'rectification.saturday',
];

/** The weekday of a date, and what the notices make of it; a year without data gives the weekday alone. */
export function dayText(date: CalendarDate, calendar: WorkCalendar): Text {
  const weekday = text(weekdays[weekdayOf(date)] ?? 'rectification.sunday');
  switch (calendar.day(date)?.why) {
    case 'holiday':
      return text('rectification.day-holiday', { weekday });
    case 'make-up':
      return text('rectification.day-make-up', { weekday });
    case 'weekend':
      return text('rectification.day-weekend', { weekday });
    case 'weekday':
    case undefined:
      return weekday;
  }
}
