import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { applyMove, openCase } from '../../../../rectification/case/apply-move.ts';
import { openedCase } from '../../../../rectification/case/opened.test-data.ts';
import { ledgerOf, statistics } from '../../../../rectification/index.ts';
import { rateText } from './rate-text.ts';
import { writeLedger } from './write-ledger.ts';

const open = openCase(openedCase(), 1);
const ordered = applyMove(
  open,
  {
    case: '2017-0001',
    date: '2017-11-22',
    by: '王五',
    document: '责令限期整改指令书',
    move: { move: 'order', until: '2017-12-22' },
    recordedAt: '2017-11-22 10:00:00',
  },
  2,
);
const period = { from: '2017-10-01', to: '2017-12-31' };
const madeAt = new Date('2017-12-31T08:00:00Z');
const write = (language: 'zh' | 'en' = 'zh') =>
  writeLedger(ledgerOf([ordered], '2017-12-31'), statistics([ordered], period), madeAt, language);

describe('the ledger as a workbook', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('can be read back, with every field in its place', async () => {
    const { sheets } = await readXlsx(await write());
    expect(sheets.map(({ name }) => name)).toEqual(['隐患台账', '统计']);
    const [head = [], row = []] = sheets[0]?.rows ?? [];
    const cell = (name: string) => row[head.indexOf(name)] ?? '';
    expect(cell('编号')).toBe('2017-0001');
    expect(cell('等级')).toBe('重大');
    expect(cell('整改时限')).toBe('2017-12-22');
    expect(cell('文书')).toBe('责令限期整改指令书');
    expect(cell('逾期')).toBe('逾期');
    expect(cell('复查时间')).toBe('');
    expect(sheets[1]?.rows[2]?.slice(0, 4)).toEqual(['重大', 1, 0, '0%']);
    // Nothing found is no rate: not all of it, and not none of it.
    expect(sheets[1]?.rows[1]?.slice(0, 4)).toEqual(['一般', 0, 0, '—']);
  });

  it('has the same bytes whenever it is written', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2020-01-01T00:00:00Z') });
    const first = await write();
    vi.setSystemTime(new Date('2031-07-09T13:14:15Z'));
    const second = await write();
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
    expect(Object.keys(unzipSync(first))).toContain('xl/workbook.xml');
  });
});

describe('a rate', () => {
  it.each([
    [undefined, '—'],
    [0, '0%'],
    [0.999, '99%'],
    [1, '100%'],
  ])('%s is %s', (rate, written) => {
    expect(rateText(rate)).toBe(written);
  });
});
