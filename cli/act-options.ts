import type { Command } from 'commander';
import { type Clock, simulatedClock, systemClock } from '../src/protocols/index.ts';
import { calendarDate, localDate, localTime } from '../src/rules/index.ts';
import type { Terminal } from './terminal.ts';

/** What every act on a register says: where, who, when, on which document. */
export interface ActOptions {
  readonly register: string;
  readonly by?: string;
  readonly date?: string;
  readonly document?: string;
  readonly evidence?: readonly string[];
  readonly seen?: string;
  readonly settings?: string;
  readonly simulatedTime?: string;
  readonly json?: boolean;
}

/** When an act happened and when it is written down. */
export interface ActTime {
  readonly date: string;
  readonly today: string;
  readonly recordedAt: string;
}

/** Adds the options of an act to a command. */
export function withActOptions(command: Command, io: Terminal): Command {
  return command
    .requiredOption('--register <file>', io.say('rectification.option-register'))
    .requiredOption('--by <name>', io.say('rectification.option-by'))
    .option('--date <YYYY-MM-DD>', io.say('rectification.option-act-date'))
    .option('--document <text>', io.say('rectification.option-document'))
    .option('--evidence <text...>', io.say('rectification.option-evidence'))
    .option('--seen <n>', io.say('rectification.option-seen'))
    .option('--settings <file>', io.say('rectification.option-settings'))
    .option('--simulated-time <time>', io.say('cli.option-simulated-time'))
    .option('--json', io.say('cli.option-json'));
}

/** The day of an act, today unless it is named; says what is wrong and gives undefined where something is. */
export function timeOf(options: Pick<ActOptions, 'date' | 'simulatedTime'>, io: Terminal): ActTime | undefined {
  const simulated = options.simulatedTime === undefined ? undefined : Date.parse(options.simulatedTime);
  if (simulated !== undefined && Number.isNaN(simulated)) {
    const expected = '2018-02-01T10:00:00+08:00';
    io.fail('cli.bad-option', { option: '--simulated-time', value: options.simulatedTime ?? '', expected });
    return undefined;
  }
  const clock: Clock = simulated === undefined ? systemClock : simulatedClock(simulated);
  const now = clock.now().utc;
  const today = localDate(now);
  if (options.date !== undefined && !calendarDate.safeParse(options.date).success) {
    io.fail('cli.bad-option', { option: '--date', value: options.date, expected: '2018-02-01' });
    return undefined;
  }
  return { date: options.date ?? today, today, recordedAt: localTime(now) };
}
