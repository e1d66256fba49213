import ical from 'ical-generator';
import { type Language, say, text } from '../../../messages/index.ts';
import type { CaseDeadline } from '../../../rectification/index.ts';

/**
 * Deadlines as an iCalendar file of all-day events. An event keeps its identity while its date moves, so a second import
 * moves it instead of doubling it. `stampedAt` is the local time of the newest entry behind them: the same register gives the same bytes.
 */
export function deadlineCalendar(deadlines: readonly CaseDeadline[], stampedAt: string, language: Language): string {
  const calendar = ical({
    name: say(text('rectification.calendar-name'), language),
    prodId: { company: 'tripline', product: 'due', language: language.toUpperCase() },
  });
  const stamp = new Date(`${stampedAt.replace(' ', 'T')}+08:00`);
  for (const { case: id, kind, date, enterprise, says, basis } of deadlines) {
    const sure = basis === undefined ? [] : [`${basis.fact}, ${basis.text}`];
    calendar.createEvent({
      id: `${id}-${kind}@tripline`,
      // A written date, not an instant: it must not move with the zone of the machine.
      start: date,
      allDay: true,
      stamp,
      summary: `${say(says, language)} · ${id} · ${enterprise}`,
      ...(sure.length === 0 ? {} : { description: sure.join('\n') }),
    });
  }
  return calendar.toString();
}
