import { alignCells } from '../../../src/messages/index.ts';
import {
  type CensusLine,
  census,
  type EnterpriseLine,
  enterpriseLines,
  grades,
  periodOf,
  registerState,
  statistics,
} from '../../../src/rectification/index.ts';
import { rateText } from '../../../src/report/index.ts';
import { calendarDate } from '../../../src/rules/index.ts';
import { exitCode } from '../../exit-code.ts';
import { openRegister } from '../../open-register.ts';
import type { Terminal } from '../../terminal.ts';

type ListName = 'census' | 'dispatch' | 'circular' | 'statistics';

/** Prints a list of a register, as table or as one JSON document. */
export function showList(
  name: ListName,
  options: { readonly register: string; readonly on?: string; readonly period?: string; readonly json?: boolean },
  io: Terminal,
): number {
  const period = options.period === undefined ? undefined : periodOf(options.period);
  if (name !== 'census' && period === undefined) {
    io.fail('cli.bad-option', { option: '--period', value: options.period ?? '', expected: '2017Q4' });
    return exitCode.usage;
  }
  if (options.on !== undefined && !calendarDate.safeParse(options.on).success) {
    io.fail('cli.bad-option', { option: '--on', value: options.on, expected: '2018-02-01' });
    return exitCode.usage;
  }
  const register = openRegister(options.register, io);
  if (register === undefined) return exitCode.usage;
  try {
    const { cases, audits } = registerState(register.entries(), period?.to ?? options.on);
    if (period === undefined) {
      const lines = census(audits);
      io.print(
        options.json === true
          ? JSON.stringify(lines, null, 2)
          : alignCells(lines.map((it) => censusLine(it, io))).join('\n'),
      );
      return exitCode.done;
    }
    if (name === 'statistics') {
      const counts = statistics(cases.values(), period);
      if (options.json === true) io.print(JSON.stringify({ period, ...counts }, null, 2));
      else {
        const lines = [...grades, 'all' as const].map((grade) =>
          io.say('rectification.statistics-line', {
            grade: io.say(grade === 'all' ? 'rectification.grade-all' : `rectification.grade-${grade}`),
            found: counts[grade].found,
            rectified: counts[grade].rectified,
            rate: rateText(counts[grade].rate),
            carried: counts[grade].carried,
            carriedRectified: counts[grade].carriedRectified,
            open: counts[grade].openAtEnd,
            overdue: counts[grade].overdueAtEnd,
          }),
        );
        for (const line of alignCells(lines)) io.print(line);
      }
      return exitCode.done;
    }
    const lines = enterpriseLines(cases.values(), period);
    if (options.json === true) io.print(JSON.stringify({ period, lines }, null, 2));
    else {
      io.print(
        io.say(name === 'circular' ? 'rectification.circular-head' : 'rectification.dispatch-head', {
          from: period.from,
          to: period.to,
        }),
      );
      for (const line of alignCells(lines.map((it) => enterpriseLine(it, io)))) io.print(line);
      if (name === 'circular') for (const it of lines) if (it.overdue.length > 0) io.print(talkLine(it, io));
    }
    return exitCode.done;
  } finally {
    register.close();
  }
}

function censusLine({ enterprise, unit, audit }: CensusLine, io: Terminal): string {
  const answer = ({ yes, no, unknown }: typeof unit.built) =>
    `${yes}/${yes + no + unknown}${unknown > 0 ? ` (${unknown}?)` : ''}`;
  return io.say('rectification.census-line', {
    enterprise: enterprise.name,
    town: enterprise.town ?? '—',
    unit: unit.name,
    processes: unit.processes.join('、') || '—',
    required: unit.required,
    built: answer(unit.built),
    present: answer(unit.esdPresent),
    service: answer(unit.inService),
    date: audit.observationDate,
  });
}

function enterpriseLine({ enterprise, counts, overdue, nextLimit }: EnterpriseLine, io: Terminal): string {
  return io.say('rectification.enterprise-line', {
    town: enterprise.town ?? '—',
    enterprise: enterprise.name,
    found: counts.found,
    rectified: counts.rectified + counts.carriedRectified,
    open: counts.openAtEnd,
    overdue: overdue.length,
    rate: rateText(counts.rate),
    next: nextLimit ?? '—',
  });
}

function talkLine({ enterprise, overdue }: EnterpriseLine, io: Terminal): string {
  return io.say('rectification.circular-talk', { enterprise: enterprise.name, cases: overdue.join('、') });
}
