export { deadlineCalendar } from './deadline-calendar.ts';
