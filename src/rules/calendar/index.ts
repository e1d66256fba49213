export { type ComputedLimit, computeLimit } from './compute-limit.ts';
export { addDays, daysBetween, monthEnd } from './dates.ts';
export { type Limit, limitSchema, type Roll } from './limit.ts';
export { limitEnd } from './limit-end.ts';
export { type ReadCalendar, readCalendar } from './read-calendar.ts';
export { shippedCalendar } from './shipped-calendar.ts';
export type { CalendarDay, WorkCalendar } from './work-calendar.ts';
