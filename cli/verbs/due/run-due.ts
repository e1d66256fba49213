import { writeFileSync } from 'node:fs';
import { alignCells, say } from '../../../src/messages/index.ts';
import { systemClock } from '../../../src/protocols/index.ts';
import { deadlinesOf, registerState } from '../../../src/rectification/index.ts';
import { deadlineCalendar } from '../../../src/report/index.ts';
import { addDays, calendarDate, localDate } from '../../../src/rules/index.ts';
import { exitCode } from '../../exit-code.ts';
import { openRegister } from '../../open-register.ts';
import { openSettings } from '../../open-settings.ts';
import type { Terminal } from '../../terminal.ts';

/** The options of `due`; `ics` is a file, or true for standard output. */
export interface DueOptions {
  readonly register: string;
  readonly on?: string;
  readonly within?: string;
  readonly settings?: string;
  readonly ics?: string | true;
  readonly json?: boolean;
}

/** Prints the deadlines of open cases, nearest first, or writes them as calendar events. */
export function runDue(options: DueOptions, io: Terminal): number {
  const settings = openSettings(options.settings, io);
  const within = options.within === undefined ? undefined : Number(options.within);
  if (within !== undefined && !Number.isInteger(within)) {
    io.fail('cli.bad-option', { option: '--within', value: options.within ?? '', expected: '10' });
    return exitCode.usage;
  }
  if (options.on !== undefined && !calendarDate.safeParse(options.on).success) {
    io.fail('cli.bad-option', { option: '--on', value: options.on, expected: '2018-02-01' });
    return exitCode.usage;
  }
  const register = settings === undefined ? undefined : openRegister(options.register, io);
  if (settings === undefined || register === undefined) return exitCode.usage;
  try {
    const entries = register.entries();
    const on = options.on ?? localDate(systemClock.now().utc);
    const { cases } = registerState(entries, options.on);
    const deadlines = deadlinesOf(cases.values(), settings).filter(
      ({ date }) => within === undefined || (date >= on && date <= addDays(on, within)),
    );
    if (options.ics !== undefined) {
      const last = entries.at(-1)?.body.recordedAt ?? '1970-01-01 00:00:00';
      const calendar = deadlineCalendar(deadlines, last, io.language);
      if (options.ics === true) io.print(calendar.trimEnd());
      else writeFileSync(options.ics, calendar);
      return exitCode.done;
    }
    if (options.json === true) {
      const documents = deadlines.map(({ says, ...it }) => ({ ...it, zh: say(says, 'zh'), en: say(says, 'en') }));
      io.print(JSON.stringify(documents, null, 2));
      return exitCode.done;
    }
    const lines = deadlines.map(({ date, case: id, enterprise, says, basis }) => {
      const sure = basis === undefined ? '' : `  (${basis.fact}, ${basis.text})`;
      const mark = date < on ? `  ${io.say('rectification.deadline-past')}` : '';
      return `${date}  ${id}  ${enterprise}  ${say(says, io.language)}${sure}${mark}`;
    });
    for (const line of alignCells(lines)) io.print(line);
    return exitCode.done;
  } finally {
    register.close();
  }
}
