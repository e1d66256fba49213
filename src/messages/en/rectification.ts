import type { rectification as zh } from '../zh/rectification.ts';

export const rectification = {
  // Calendar and limits
  'rectification.sunday': 'Sunday',
  'rectification.monday': 'Monday',
  'rectification.tuesday': 'Tuesday',
  'rectification.wednesday': 'Wednesday',
  'rectification.thursday': 'Thursday',
  'rectification.friday': 'Friday',
  'rectification.saturday': 'Saturday',
  'rectification.day-holiday': '{weekday}, holiday',
  'rectification.day-make-up': '{weekday}, worked by notice',
  'rectification.day-weekend': '{weekday}, off',
  'rectification.limit-start': 'the start day {from} ({day}) is not counted',
  'rectification.limit-month-part': '{first} to {to}: {count} days, {total} in all',
  'rectification.limit-months': 'by months: the corresponding day {months} months later is {date}',
  'rectification.limit-month-end':
    'by months: there is no corresponding day {months} months later, so the limit ends with the month on {date}',
  'rectification.limit-fixed': '{date} ({day}) is a written date and does not move for a holiday',
  'rectification.limit-no-roll': 'the last day is {end} ({day}); a proposed limit in calendar days does not roll',
  'rectification.limit-day-off': '{date} ({day}) is no working day',
  'rectification.limit-make-up': '{date} ({day}) counts, as working day {counted}',
  'rectification.limit-ends-on-workday': 'the last day is {end} ({day}), a working day: nothing to roll over',
  'rectification.limit-rolled': 'under {document} ({fact}) it moves to the first working day after: {to} ({day})',
  'rectification.limit-working-days': 'working day {count} is {end} ({day})',
  'rectification.limit-december': 'the notice of {year} is not known yet and may change {date}: please check',
  'rectification.calendar-without-year':
    'there are no days off for {year} (known: {first} to {last}), so working days and rolling cannot be worked out; bring the notice of that year with --calendar',
  'rectification.verb-limit': 'work out the last day of a limit, step by step',
  'rectification.option-from': 'start day (not counted)',
  'rectification.option-days': 'calendar days',
  'rectification.option-working-days': 'working days',
  'rectification.option-months': 'months',
  'rectification.option-date': 'a written date (such as a policy milestone)',
  'rectification.option-roll':
    'the law of this limit moves an end on a day off (title of the document, then a colon and the fact id)',
  'rectification.option-calendar': 'YAML file with the days off of further years',
  'rectification.option-explain': 'show every step',
  'rectification.limit-one-form': 'write exactly one of --days, --working-days, --months, --date',
  'rectification.roll-not-for-fixed': 'a written date and a limit in working days never roll: leave out --roll',
} satisfies Record<keyof typeof zh, string>;
