import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { say } from '../../messages/index.ts';
import { addDays, computeLimit, limitSchema, readCalendar, shippedCalendar, type WorkCalendar } from './index.ts';

const fixture = (name: string): unknown =>
  parse(readFileSync(new URL(`../../../fixtures/calendar/${name}.yaml`, import.meta.url), 'utf8'));

const notices = z
  .record(z.string(), z.strictObject({ notice: z.url(), off: z.array(z.string()), work: z.array(z.string()) }))
  .parse(fixture('notices'));
const off = new Set(Object.values(notices).flatMap((year) => year.off));
const work = new Set(Object.values(notices).flatMap((year) => year.work));

function isWorked(date: string): boolean {
  if (off.has(date) || work.has(date)) return work.has(date);
  return ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
}

describe('the shipped calendar', () => {
  it('is what the yearly notices say, day by day from 2016 to 2026', () => {
    let days = 0;
    const wrong: string[] = [];
    for (let date = '2016-01-01'; date <= '2026-12-31'; date = addDays(date, 1)) {
      days += 1;
      if (shippedCalendar.day(date)?.working !== isWorked(date)) wrong.push(date);
    }
    expect(wrong).toEqual([]);
    expect(days).toBe(4018);
  });

  it.each(['2015-12-31', '2027-01-01', '2031-05-01'])('knows nothing of %s', (date) => {
    expect(shippedCalendar.day(date)).toBeUndefined();
  });

  it('says the same in every zone of the machine', () => {
    const zone = process.env['TZ'];
    try {
      for (const TZ of ['America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Shanghai']) {
        process.env['TZ'] = TZ;
        expect(shippedCalendar.day('2018-02-11'), TZ).toEqual({ working: true, why: 'make-up' });
        expect(shippedCalendar.day('2018-02-10'), TZ).toEqual({ working: false, why: 'weekend' });
        expect(shippedCalendar.day('2018-02-15'), TZ).toEqual({ working: false, why: 'holiday' });
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
});

const table = z
  .array(
    z.strictObject({
      from: z.string(),
      limit: z.record(z.string(), z.unknown()),
      end: z.string().optional(),
      refused: z.int().optional(),
      why: z.string().min(1),
    }),
  )
  .parse(fixture('limits'))
  .map((row) => {
    const { roll, ...form } = row.limit;
    const law = roll === true ? { roll: { document: '民法总则', fact: 'REG-TIME-2' } } : {};
    return { ...row, written: JSON.stringify(row.limit), limit: limitSchema.parse({ ...form, ...law }) };
  });

describe('limits', () => {
  it('are tried on forty dates and more', () => {
    expect(table.length).toBeGreaterThanOrEqual(40);
  });

  it.each(table)('$from $written: $why', ({ from, limit, end, refused }) => {
    const computed = computeLimit(from, limit, shippedCalendar);
    if (refused === undefined) expect(computed).toMatchObject({ ok: true, end });
    else expect(computed).toMatchObject({ ok: false, missingYear: refused });
  });

  it('show their steps', () => {
    const computed = computeLimit('2018-02-10', { days: 30 }, shippedCalendar);
    expect(computed.ok && computed.steps.map((step) => say(step, 'zh'))).toEqual([
      '起算日 2018-02-10（周六，休息）不计入',
      '2018-02-11 至 2018-02-28 计 18 日，累计 18 日',
      '2018-03-01 至 2018-03-12 计 12 日，累计 30 日',
      '末日为 2018-03-12（周一）；按日历日提出的期限不顺延',
    ]);
  });

  it('say that a notice yet to come may change the last days of the last year', () => {
    const computed = computeLimit('2026-12-28', { working_days: 2 }, shippedCalendar);
    expect(computed).toMatchObject({ ok: true, end: '2026-12-30' });
    expect(computed.ok && computed.steps.at(-1)?.key).toBe('rectification.limit-december');
  });

  it('refuse with a sentence that names the year and what to bring', () => {
    const computed = computeLimit('2026-12-25', { working_days: 10 }, shippedCalendar);
    expect(computed.ok ? '' : say(computed.because, 'zh')).toContain('没有 2027 年的放假安排');
  });
});

describe('a calendar file of the user', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tripline-calendar-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const written = (source: string): string => {
    const file = join(folder, 'days.yaml');
    writeFileSync(file, source);
    return file;
  };
  // Invented days: no notice for 2027 is known.
  const year2027 = `"2027":\n  notice: invented\n  off: [2027-01-01, 2026-12-31]\n  work: [2027-01-02]\n`;

  function calendarOf(source: string): WorkCalendar {
    const read = readCalendar(written(source), shippedCalendar);
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    return read.calendar;
  }

  it('adds its year, with the days of the December before', () => {
    const calendar = calendarOf(year2027);
    expect(calendar.years.at(-1)).toBe(2027);
    expect(
      ['2026-12-31', '2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'].map((day) => calendar.day(day)),
    ).toMatchObject([
      { why: 'holiday' },
      { why: 'holiday' },
      { why: 'make-up' },
      { why: 'weekend' },
      { why: 'weekday' },
    ]);
    expect(computeLimit('2026-12-30', { working_days: 1 }, calendar)).toMatchObject({ ok: true, end: '2027-01-02' });
    expect(calendar.day('2028-01-03')).toBeUndefined();
  });

  it('is refused with every fault and its line', () => {
    const read = readCalendar(
      written('"2027":\n  notice: x\n  off: [2027-01-01, 2026-03-01]\n  work: [2027-01-01]\n'),
      shippedCalendar,
    );
    expect(read.ok ? [] : read.faults.map(({ line, because }) => `${line} ${say(because, 'en')}`)).toEqual([
      '4 2027-01-01 is both off and worked',
      '2 2026-03-01 does not belong to the notice of 2027',
    ]);
  });
});
