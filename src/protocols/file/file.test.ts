import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toGb18030 } from '../../../fixtures/imports/gb18030.ts';
import { say } from '../../messages/index.ts';
import type { DataType } from '../data-type.ts';
import type { ExportKind, ExportTarget } from '../exported.ts';
import { deadlineIn, type Exchange, parseEndpoint, systemClock } from '../index.ts';
import { columnsOf } from './columns-of.ts';
import { parseQuality } from './parse-quality.ts';
import { parseTime } from './parse-time.ts';
import { parseValue } from './parse-value.ts';
import { openFileReader } from './reader.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tripline-file-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const china = (written: string) => Date.parse(`${written.replace(' ', 'T')}+08:00`);

describe('a time stamp of an export', () => {
  it.each([
    ['2018-02-01 10:00:00.123', '2018-02-01 10:00:00.123'],
    ['2018/2/1 9:05', '2018-02-01 09:05:00'],
    ['2018.02.01 10:00:00,5', '2018-02-01 10:00:00.500'],
    ['2018年2月1日 10时00分03秒', '2018-02-01 10:00:03'],
    ['2018年02月01日 10:00:03.250', '2018-02-01 10:00:03.250'],
    ['01-Feb-18 10:00:00.5', '2018-02-01 10:00:00.500'],
    ['20180201 100000.123', '2018-02-01 10:00:00.123'],
    ['13/02/2018 10:00:00', '2018-02-13 10:00:00'],
    ['02/13/2018 10:00:00', '2018-02-13 10:00:00'],
    ['2018-02-01T02:00:00Z', '2018-02-01 10:00:00'],
    ['2018-02-01T04:00:00+02:00', '2018-02-01 10:00:00'],
  ])('%s', (written, means) => {
    expect(parseTime(written, 480)).toBe(china(means));
  });

  it('in another declared zone', () => {
    expect(parseTime('2018-02-01 10:00:00', 0)).toBe(Date.parse('2018-02-01T10:00:00Z'));
  });

  it.each(['', '-', '2018-02-30 10:00:00', '03/04/2018 10:00:00', '2018-02-01 25:00:00', 'Pt Created', '43132.41'])(
    'that is no time, or two: %s',
    (written) => {
      expect(parseTime(written, 480)).toBeUndefined();
    },
  );
});

describe('a value of an export', () => {
  it.each<[string, DataType, unknown]>([
    ['120.5', 'float64', 120.5],
    ['0.1', 'float32', Math.fround(0.1)],
    ['12,5', 'float64', 12.5],
    ['1.2E2', 'float64', 120],
    ['7', 'int16', 7],
    ['9007199254740993', 'uint64', 9007199254740993n],
    ['ON', 'bool', true],
    ['复位', 'bool', false],
    ['0->1', 'bool', true],
    ['1.0', 'bool', true],
  ])('%s as %s', (written, type, value) => {
    expect(parseValue(written, type)).toBe(value);
  });

  it.each<[string, DataType]>([
    ['1,234', 'float64'],
    ['I/O Timeout', 'float64'],
    ['NaN', 'float64'],
    ['', 'float64'],
    ['7.5', 'int16'],
    ['2', 'bool'],
    ['', 'bool'],
    ['投入', 'bool'],
    ['开', 'bool'],
  ])('%s is none, or two, as %s', (written, type) => {
    expect(parseValue(written, type)).toBeUndefined();
  });

  it.each([
    ['192', 'good'],
    ['0xC0', 'good'],
    ['216', 'good'],
    ['64', 'uncertain'],
    ['24', 'bad'],
    ['Good, non-specific', 'good'],
    ['良好', 'good'],
    ['坏', 'bad'],
    ['Questionable', 'uncertain'],
    ['whatever', 'uncertain'],
    ['', 'uncertain'],
  ])('of quality %s is %s', (written, quality) => {
    expect(parseQuality(written)).toBe(quality);
  });
});

describe('the header of an export', () => {
  it.each([
    [['Timestamp', 'Tag Name', 'Value', 'Quality'], { layout: 'long', time: 0, item: 1, value: 2, quality: 3 }],
    [
      ['序号', '日期', '时间', '毫秒', '位号', '描述', '状态'],
      { layout: 'long', time: 1, clock: 2, ms: 3, item: 4, value: 6 },
    ],
    [
      ['Item ID', 'Data Type', 'Value', 'Timestamp', 'Quality'],
      { layout: 'long', time: 3, item: 0, value: 2, quality: 4 },
    ],
    [
      ['时间', 'TT-101', 'TT-101 质量', 'FT-101'],
      {
        layout: 'wide',
        time: 0,
        items: [
          { item: 'TT-101', value: 1, quality: 2 },
          { item: 'FT-101', value: 3 },
        ],
      },
    ],
  ])('%s', (cells, columns) => {
    expect(columnsOf(cells)).toEqual(columns);
  });

  it.each([[['历史数据导出']], [['位号', '描述', '单位']], [['时间']]])('is not %s', (cells) => {
    expect(columnsOf(cells)).toBeUndefined();
  });
});

function pointOf(tag: string, type: DataType, item = tag) {
  return { tag, type, address: { protocol: 'file', item } } as const;
}

async function opened(
  files: Readonly<Record<string, Uint8Array | string>>,
  holds: readonly [ExportKind, ...ExportKind[]],
  more: Partial<ExportTarget> = {},
) {
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  const endpoint = parseEndpoint(`file:${Object.keys(files).join(',')}`);
  if (!endpoint.ok) throw new Error('no endpoint');
  const exchanges: Exchange[] = [];
  const pacing = { gapMs: 0, maxInFlight: 1, connectTimeoutMs: 1000, requestTimeoutMs: 1000 };
  const exported = { by: '王五', on: '2018-02-01', zoneMinutes: 480, holds, folder, ...more };
  const reader = openFileReader(
    { controller: 'DCS', endpoints: [endpoint.value], pacing, exported },
    {
      clock: systemClock,
      tap: (exchange) => exchanges.push(exchange),
      nextExchange: () => exchanges.length + 1,
      signal: new AbortController().signal,
    },
  );
  const fault = await reader.connect(deadlineIn(1000));
  return { reader, exchanges, fault };
}

/** What a file says of points over a window, as `tag value @clock`, or why not. */
async function told(
  files: Parameters<typeof opened>[0],
  holds: Parameters<typeof opened>[1],
  points: readonly ReturnType<typeof pointOf>[],
  windowMs = 60_000,
  more: Partial<ExportTarget> = {},
) {
  const { reader, exchanges } = await opened(files, holds, more);
  const recorded = await reader.recorded?.(points, windowMs);
  if (recorded === undefined) throw new Error('nothing recorded');
  const clockOf = (utc: number) => new Date(utc + 480 * 60_000).toISOString().slice(11, 23);
  const says = recorded.observations.map((each) =>
    each.kind === 'reading'
      ? `${each.tag} ${String(each.value)}${each.quality === 'good' ? '' : ` ${each.quality}`} @${clockOf(each.at.utc)}`
      : `${each.tag} ${each.fault.kind} @${clockOf(each.at.utc)}`,
  );
  const refused = recorded.report.files.flatMap((file) =>
    file.refused.map(({ place, because }) => `${place} ${say(because, 'zh')}`),
  );
  return { says, refused, report: recorded.report, exchanges };
}

describe('an export of a historian, one row a value, in GBK', () => {
  const csv = [
    '历史数据导出,,,',
    '时间,位号,数值,质量',
    '2018-02-01 10:00:00,TT-101,118.5,良好',
    '2018-02-01 10:00:10,TT-101,118.6,良好',
    '2018-02-01 10:00:10,MOS-101,投入,良好',
    '2018-02-30 10:00:10,TT-101,119,良好',
    '2018-02-01 10:00:20,,119,良好',
    '2018-02-01 10:00:20,TT-101,I/O Timeout,坏',
    '2018-02-01 10:00:30,TT-101,119.5,可疑',
  ].join('\r\n');

  it('gives each value with its own time, a silence for what is none, and lists every row that it does not use', async () => {
    const points = [pointOf('TT-101', 'float64'), pointOf('MOS-101', 'bool'), pointOf('NOT-THERE', 'bool')];
    const { says, refused, report, exchanges } = await told({ 'gbk.csv': toGb18030(csv) }, ['samples'], points);
    expect(says).toEqual([
      'TT-101 118.5 @10:00:00.000',
      'TT-101 118.6 @10:00:10.000',
      'MOS-101 undecodable @10:00:10.000',
      'TT-101 undecodable @10:00:20.000',
      'TT-101 119.5 uncertain @10:00:30.000',
      'NOT-THERE no-such-address @10:00:30.000',
    ]);
    expect(refused).toEqual([
      'R1 在表头之前',
      'R6 时间“2018-02-30 10:00:10”不存在、无法识别或可作两种理解',
      'R7 没有位号',
      'R8 TT-101：“I/O Timeout”不是该类型的值',
      'R5 MOS-101：“投入”不是该类型的值',
    ]);
    expect(report).toMatchObject({
      by: '王五',
      on: '2018-02-01',
      zoneMinutes: 480,
      until: china('2018-02-01 10:00:30'),
    });
    expect(exchanges).toMatchObject([{ kind: 'read', request: new Uint8Array(), controller: 'DCS' }]);
    expect(Buffer.from(exchanges[0]?.reply ?? []).toString('hex')).toBe(report.files[0]?.sha256);
  });
});

describe('an export with a column an item', () => {
  it('is read from a workbook as from a text; what ends early is silent, whatever it said before', async () => {
    const rows = [
      ['采样时间', 'TT-101', 'FT-101 (m3/h)', 'MOS-101'],
      ['2018-02-01 10:00:00', 118.5, 12.5, 0],
      ['2018-02-01 10:01:00', 118.6, null, 0],
      ['2018-02-01 10:02:00', 118.7, null, 1],
    ];
    const xlsx = await writeXlsx({ sheets: [{ name: '趋势', rows }] });
    const points = [
      pointOf('TT-101', 'float64'),
      pointOf('FT-101', 'float64', 'FT-101 (m3/h)'),
      pointOf('MOS-101', 'bool'),
    ];
    const { says, report } = await told({ 'wide.xlsx': xlsx }, ['samples'], points, 120_000);
    expect(says).toEqual([
      'TT-101 118.5 @10:00:00.000',
      'FT-101 12.5 @10:00:00.000',
      'MOS-101 false @10:00:00.000',
      'TT-101 118.6 @10:01:00.000',
      'MOS-101 false @10:01:00.000',
      'TT-101 118.7 @10:02:00.000',
      'FT-101 not-served @10:02:00.000',
      'MOS-101 true @10:02:00.000',
    ]);
    expect(report.files[0]).toMatchObject({ rows: 4, refused: [] });
  });
});

describe('a sequence of events', () => {
  const soe = [
    '序号;日期;时间;毫秒;位号;描述;状态',
    '4;2018-02-01;10:00:05;120;XZV-101.ZSC;关到位;动作',
    '3;2018-02-01;10:00:03;407;XZV-101.ZSO;开到位;复位',
    '2;2018-02-01;10:00:03;402;SIF-101.TRIP;联锁动作;动作',
    '1;2018-01-31;08:12:44;015;MOS-104;旁路;动作',
  ].join('\n');

  it('newest first, gives order to the millisecond and since when a bypass is on, long before the window', async () => {
    const points = ['MOS-104', 'SIF-101.TRIP', 'XZV-101.ZSO', 'XZV-101.ZSC'].map((tag) => pointOf(tag, 'bool'));
    const until = china('2018-02-01 10:00:10');
    const { says } = await told({ 'soe.csv': soe }, ['events'], points, 20_000, { until });
    expect(says).toEqual([
      'MOS-104 true @08:12:44.015',
      'MOS-104 true @09:59:50.000',
      'SIF-101.TRIP true @10:00:03.402',
      'XZV-101.ZSO false @10:00:03.407',
      'XZV-101.ZSC true @10:00:05.120',
      'MOS-104 true @10:00:10.000',
      'SIF-101.TRIP true @10:00:10.000',
      'XZV-101.ZSO false @10:00:10.000',
      'XZV-101.ZSC true @10:00:10.000',
    ]);
  });

  it('beside a history of the same controller, each file as it came about', async () => {
    const history = 'Timestamp,Tag,Value\n2018-02-01 10:00:00,TT-101,118\n2018-02-01 10:00:08,TT-101,121\n';
    const points = [pointOf('TT-101', 'float64'), pointOf('MOS-104', 'bool')];
    const { says, report } = await told(
      { 'history.csv': history, 'soe2.csv': soe },
      ['samples', 'events'],
      points,
      5000,
    );
    expect(says).toEqual([
      'MOS-104 true @08:12:44.015',
      'TT-101 118 @10:00:00.000',
      'MOS-104 true @10:00:03.000',
      'TT-101 121 @10:00:08.000',
      'MOS-104 true @10:00:08.000',
    ]);
    expect(report.files.map(({ holds }) => holds)).toEqual(['samples', 'events']);
  });
});

describe('a snapshot of an OPC DA client', () => {
  it('gives each item once with its quality, and is judged no later than asked', async () => {
    const csv =
      'Item ID\tData Type\tValue\tTimestamp\tQuality\nS.TT-101\tR4\t118.5\t2018-02-01T09:00:00\t192\nS.FT-101\tR4\t3\t2018-02-01T10:00:00\t24\n';
    const points = [pointOf('TT-101', 'float32', 'S.TT-101'), pointOf('FT-101', 'float32', 'S.FT-101')];
    const { says } = await told({ 'da.txt': csv }, ['snapshot'], points, 1000);
    expect(says).toEqual(['TT-101 118.5 @09:00:00.000', 'FT-101 3 bad @10:00:00.000']);
    const earlier = await told({ 'da.txt': csv }, ['snapshot'], points, 1000, {
      judgedAt: china('2018-02-01 09:30:00'),
    });
    expect(earlier.says).toEqual(['TT-101 118.5 @09:00:00.000', 'FT-101 no-such-address @09:30:00.000']);
    expect(earlier.report.files[0]?.later).toBe(1);
  });
});

describe('files that are none', () => {
  it('are a fault, as of a controller that does not answer', async () => {
    const none = await opened({ 'empty.csv': 'a,b\n1,2\n' }, ['changes']);
    expect(none.fault).toMatchObject({ kind: 'malformed-reply' });
    expect(await none.reader.read([pointOf('A', 'bool')], deadlineIn(1000))).toMatchObject([{ kind: 'silence' }]);
    rmSync(join(folder, 'empty.csv'));
    expect((await none.reader.connect(deadlineIn(1000)))?.kind).toBe('unreachable');
  });

  it('by name are refused', () => {
    for (const written of ['file:', 'file:a.pdf', 'file:a.csv,b', 'file:///a.csv'])
      expect(parseEndpoint(written).ok).toBe(false);
  });
});
