import { calendarDate, type Limit, limitSchema } from '../../../src/rules/index.ts';
import type { Terminal } from '../../terminal.ts';

/** The forms in which a limit is written on the command line; exactly one of the first four. */
export interface WrittenLimit {
  readonly from: string;
  readonly days?: string;
  readonly workingDays?: string;
  readonly months?: string;
  readonly date?: string;
  /** `document:fact` of the law that rolls. */
  readonly roll?: string;
}

/** Parses a limit; says every fault at once and gives undefined when there is one. */
export function readLimit(written: WrittenLimit, io: Terminal): Limit | undefined {
  const { days, workingDays, months, date, roll } = written;
  let faulty = false;
  const fault = (option: string, value: string, expected: string) => {
    io.fail('cli.bad-option', { option, value, expected });
    faulty = true;
  };
  if (!calendarDate.safeParse(written.from).success) fault('--from', written.from, '2018-02-10');
  if ([days, workingDays, months, date].filter((form) => form !== undefined).length !== 1) {
    io.fail('rectification.limit-one-form');
    return undefined;
  }
  if (roll !== undefined && days === undefined && months === undefined) {
    io.fail('rectification.roll-not-for-fixed');
    faulty = true;
  }
  const [document, fact] = roll?.split(':') ?? [];
  const law = roll === undefined ? {} : { roll: { document, fact } };
  const forms = [
    ['--days', days, { days: Number(days), ...law }, '30'],
    ['--working-days', workingDays, { working_days: Number(workingDays) }, '5'],
    ['--months', months, { months: Number(months), ...law }, '6'],
    ['--date', date, { date }, '2017-12-31'],
  ] as const;
  for (const [option, value, form, expected] of forms) {
    if (value === undefined) continue;
    const parsed = limitSchema.safeParse(form);
    if (parsed.success && !faulty) return parsed.data;
    const isRoll = roll !== undefined && limitSchema.safeParse({ ...form, roll: undefined }).success;
    if (!parsed.success && isRoll) fault('--roll', roll, '民法典:REG-TIME-2');
    else if (!parsed.success) fault(option, value, expected);
  }
  return undefined;
}
