import { writeFileSync } from 'node:fs';
import { say } from '../../../src/messages/index.ts';
import { systemClock } from '../../../src/protocols/index.ts';
import { filterCases, ledgerOf, periodOf, registerState, statistics } from '../../../src/rectification/index.ts';
import { writeLedger } from '../../../src/report/index.ts';
import { calendarDate, localDate } from '../../../src/rules/index.ts';
import { exitCode } from '../../exit-code.ts';
import { openRegister } from '../../open-register.ts';
import type { Terminal } from '../../terminal.ts';

/** Writes 隐患台账 with the statistics of a period as xlsx, or prints it as tab-separated text. */
export async function writeLedgerFile(
  options: { readonly register: string; readonly on?: string; readonly period?: string; readonly out?: string },
  io: Terminal,
): Promise<number> {
  if (options.on !== undefined && !calendarDate.safeParse(options.on).success) {
    io.fail('cli.bad-option', { option: '--on', value: options.on, expected: '2018-02-01' });
    return exitCode.usage;
  }
  const on = options.on ?? localDate(systemClock.now().utc);
  const period = periodOf(options.period ?? on.slice(0, 4));
  if (period === undefined) {
    io.fail('cli.bad-option', { option: '--period', value: options.period ?? '', expected: '2017Q4' });
    return exitCode.usage;
  }
  const register = openRegister(options.register, io);
  if (register === undefined) return exitCode.usage;
  try {
    const entries = register.entries();
    const { cases } = registerState(entries, options.on);
    const ledger = ledgerOf(filterCases(cases.values(), {}, on), on);
    if (options.out === undefined) {
      const cellText = (cell: (typeof ledger.rows)[number][number]) => {
        if (cell === undefined || typeof cell === 'string') return cell ?? '';
        return 'key' in cell ? say(cell, io.language) : cell[io.language];
      };
      io.print(ledger.columns.map((it) => say(it, io.language)).join('\t'));
      for (const row of ledger.rows) io.print(row.map(cellText).join('\t').replaceAll('\n', ' '));
      return exitCode.done;
    }
    const [asOf = on] = [period.to, on].sort();
    const counts = statistics(registerState(entries, asOf).cases.values(), period);
    const last = entries.at(-1)?.body.recordedAt ?? '1980-01-01 00:00:00';
    const madeAt = new Date(`${last.replace(' ', 'T')}+08:00`);
    writeFileSync(options.out, await writeLedger(ledger, counts, madeAt, io.language));
    io.note(io.say('rectification.ledger-written', { file: options.out, rows: ledger.rows.length }));
    return exitCode.done;
  } finally {
    register.close();
  }
}
