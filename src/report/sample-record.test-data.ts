import type {
  AuditRecord,
  Cell,
  Column,
  ControllerRecord,
  CoverageCounts,
  CoverageRow,
  RecordedObservation,
} from '../audit/index.ts';
import { type Text, text } from '../messages/index.ts';
import type { DataType, Value } from '../protocols/index.ts';
import { sampleOutcomes } from './sample-outcomes.test-data.ts';
import { samplePlant } from './sample-plant.test-data.ts';

const startUtc = Date.parse('2018-02-01T02:00:00.000Z');
const at = (ms: number) => ({ utc: startUtc + ms, monotonicMs: ms });

const readings: readonly (readonly [tag: string, type: DataType, value: Value, stamped?: boolean])[] = [
  ['FT-101', 'float32', Math.fround(7.35), true],
  ['YS-101', 'bool', true, true],
  ['FFIC-102.MODE', 'int16', 1, true],
  ['SIC-103.PV', 'float32', Math.fround(85.2), true],
  ['TZT-101A', 'float32', Math.fround(92.1)],
  ['TZT-101B', 'float32', Math.fround(92.4)],
  ['TZT-101C', 'float32', 92],
  ['TZSHH-101.SP', 'float32', 140],
  ['PZT-101', 'float32', Math.fround(0.31)],
  ['PZSHH-101.SP', 'float32', Math.fround(0.6)],
  ['XZV-101.CMD', 'bool', true],
  ['XZV-101.ZSC', 'bool', false],
  ['MOS-101A', 'bool', false],
  ['MOS-104', 'bool', true],
  ['SIS.HB', 'uint32', 86_400],
];
const numbers: Readonly<Record<string, number>> = { 'TZSHH-101.SP': 107, 'PZSHH-101.SP': 109, 'MOS-104': 113 };

const observations: readonly RecordedObservation[] = [
  ...readings.map(
    ([tag, type, value, stamped = false], index): RecordedObservation => ({
      kind: 'reading',
      tag,
      value,
      type,
      quality: 'good',
      raw: new Uint8Array([0, 0, 0, 1]),
      ...(stamped ? { sourceTime: startUtc + 5000, serverTime: startUtc + 5000 } : {}),
      at: at(5120 + index),
      exchange: 3,
      evidence: numbers[tag] ?? 100 + index,
      sample: 0,
    }),
  ),
  ...['GT-101', 'GT-102', 'AZP-108.RUN'].map(
    (tag, index): RecordedObservation => ({
      kind: 'silence',
      tag,
      fault: { kind: 'timeout', during: 'connect', afterMs: 2000 },
      at: at(7000 + index),
      evidence: 115 + index,
      sample: 0,
    }),
  ),
  {
    kind: 'reading',
    tag: 'TZSHH-101.SP',
    value: 140,
    type: 'float32',
    quality: 'good',
    raw: new Uint8Array([0x43, 0x0c, 0, 0]),
    at: at(65_000),
    exchange: 9,
    evidence: 207,
    sample: 60,
  },
];

const controllers: readonly ControllerRecord[] = [
  {
    id: 'DCS',
    endpoint: 'opc.tcp://192.0.2.10:4840',
    evidence: 301,
    self: {
      endpoint: 'opc.tcp://192.0.2.10:4840',
      identity: { vendor: 'SUPCON', name: 'OPC UA Server', firmware: '3.20' },
      runState: 'run',
      exchanges: [2],
    },
    clockOffsetMs: 120,
    points: { asked: 4, read: 4 },
    durationMs: 412,
    standby: [],
  },
  {
    id: 'SIS',
    endpoint: 's7://192.0.2.20',
    evidence: 302,
    self: {
      endpoint: 's7://192.0.2.20',
      identity: { model: '6ES7 412-5HK06-0AB0', serial: 'SVPA0000001', firmware: 'V6.0.3', protectionLevel: 1 },
      runState: 'run',
      clock: { says: startUtc + 28_847_000, at: at(0), hasZone: false },
      exchanges: [5],
    },
    clockOffsetMs: 4_700,
    points: { asked: 11, read: 11 },
    durationMs: 1912,
    standby: [
      {
        endpoint: 's7://192.0.2.21',
        self: { endpoint: 's7://192.0.2.21', identity: {}, runState: 'stop', exchanges: [6] },
      },
    ],
  },
  {
    id: 'GDS',
    endpoint: 'modbus://192.0.2.30:502',
    evidence: 303,
    fault: { kind: 'timeout', during: 'connect', afterMs: 2000 },
    points: { asked: 3, read: 0 },
    durationMs: 2004,
    standby: [],
  },
];

const columnsOf = (signs: string): Readonly<Record<Column, Cell>> => {
  const cell = (index: number): Cell => {
    const sign = signs[index];
    return sign === 'y' ? 'yes' : sign === 'n' ? 'no' : sign === '?' ? 'unknown' : 'not-judged';
  };
  return {
    declared: cell(0),
    built: cell(1),
    independent: cell(2),
    live: cell(3),
    setting: cell(4),
    action: cell(5),
    inService: cell(6),
  };
};

type RowFacts = readonly [
  number: string,
  zh: string,
  en: string,
  nature: CoverageRow['nature'],
  signs: string,
  result: CoverageRow['result'],
  functions: readonly string[],
  because?: readonly Text[],
  more?: Partial<CoverageRow>,
];

const byDocument = (title: string) => [text('rules.document-proves', { title, date: '2017-05-10' })];
const silence = [text('protocols.fault-timeout-connect', { seconds: '2.0' })];

const rowFacts: readonly RowFacts[] = [
  [
    'C01',
    '反应釜温度、压力报警和联锁',
    'Reactor temperature and pressure interlock',
    'interlock',
    'yy-yn?y',
    'fail',
    ['SIF-101'],
    [text('rules.setpoint-unsafe', { tag: 'TZSHH-101.SP', value: 140, unit: '℃' })],
  ],
  ['C02', '物料比例控制和联锁', 'Feed ratio control', 'control-loop', 'yy-y--y', 'pass', ['FFIC-102']],
  ['C03', '搅拌稳定控制', 'Stable agitation control', 'control-loop', 'yy-y--y', 'pass', ['SIC-103']],
  [
    'C04',
    '进料缓冲器',
    'Feed buffer vessel',
    'passive',
    'yy-----',
    'pass',
    ['V-104'],
    byDocument('氯气缓冲罐竣工资料'),
  ],
  ['C05', '紧急进料切断系统', 'Emergency feed cut-off', 'sif', 'yyyyy?y', 'pass', ['SIF-105'], [], { emergency: true }],
  [
    'C06',
    '紧急冷却系统',
    'Emergency cooling',
    'sif',
    'nnnnnnn',
    'fail',
    [],
    [text('rules.function-not-found', { name: { zh: '紧急冷却系统', en: 'emergency cooling' } })],
    { emergency: true, uncovered: { triggers: ['温度'], actions: ['紧急冷却'] } },
  ],
  ['C07', '安全泄放系统', 'Safe relief', 'passive', 'yy-----', 'pass', ['PSV-107'], byDocument('安全阀校验报告')],
  [
    'C08',
    '事故氯气吸收中和系统',
    'Emergency chlorine absorption',
    'interlock',
    'y?-?-??',
    'unknown',
    ['AZ-108'],
    silence,
    { emergency: true },
  ],
  [
    'C09',
    '可燃和有毒气体检测报警',
    'Combustible and toxic gas detection',
    'alarm',
    'y?-?--?',
    'unknown',
    ['GD-109'],
    silence,
  ],
  [
    'C10',
    '紧急停车系统（釜温、釜压、搅拌与氯化剂、夹套冷却联锁）',
    'Emergency shutdown',
    'sif',
    'yyyyy?n',
    'fail',
    ['ESD-110'],
    [
      text('checks.bypass-active-since', {
        tag: 'MOS-104',
        since: text('checks.on-since-at-least', { at: '2018-02-01 10:00' }),
      }),
    ],
    { emergency: true },
  ],
  [
    'C11',
    '安全阀、紧急放空、单向阀和紧急切断等装置',
    'Relief, venting and check valves',
    'passive',
    'nn-----',
    'fail',
    [],
    [text('rules.function-not-found', { name: { zh: '安全阀等装置', en: 'relief hardware' } })],
    { standing: 'unconfirmed-basis' },
  ],
];

const rows: readonly CoverageRow[] = rowFacts.map(
  ([number, zh, en, nature, signs, result, functions, because = [], more]) => ({
    id: `U100·P03-${number}`,
    unit: 'U100',
    process: 'P03',
    row: `P03-${number}`,
    name: { zh, en },
    nature,
    emergency: false,
    standing: 'required',
    proof: nature === 'passive' ? 'document' : 'live',
    functions,
    cells: columnsOf(signs),
    result,
    because,
    uncovered: { triggers: [], actions: [] },
    ...more,
  }),
);

/** The counts of judgement.md §10, by hand. */
export const sampleCounts: CoverageCounts = {
  required: 10,
  live: { required: 8, judged: 6 },
  document: { required: 2, judged: 2 },
  pass: 5,
  fail: 3,
  unknown: 2,
  unconfirmedBasis: 1,
  recommended: 0,
  built: { yes: 7, no: 1, unknown: 2 },
  esdPresent: { yes: 2, no: 1, unknown: 1 },
  inService: { yes: 4, no: 1, unknown: 2 },
};

const pack = (id: string, zh: string, en: string, edition: string, sign: string, count: number) => ({
  id,
  title: { zh, en },
  edition,
  sha256: sign.repeat(16),
  rules: count,
});

/** The worked example of judgement.md §10 as an audit record, made by hand; `changes` replace what they name. */
export function sampleRecord(changes: Partial<AuditRecord> = {}): AuditRecord {
  return {
    header: {
      id: '20180201-U100-01',
      tripline: '0.1.0',
      startedAt: '2018-02-01T02:00:00.000Z',
      observationDate: '2018-02-01',
      lawDate: '2018-02-01',
      hypothetical: false,
      window: { ms: 60_000, everyMs: 1000 },
      simulatedTime: false,
    },
    plant: samplePlant,
    packs: [
      pack(
        'huantai-2016-4',
        '桓政发〔2016〕4号 关于推进科技强安工作的意见（自动化任务）',
        'Huantai County policy 〔2016〕4',
        '2016-04-07',
        '9f2c',
        1,
      ),
      pack(
        'key-processes',
        '重点监管危险化工工艺自动控制（首批目录，氯化工艺）',
        'Key-supervised processes',
        '2026-11',
        '04bd',
        8,
      ),
    ],
    controllers,
    exchanges: [],
    observations,
    unitStates: [{ unit: 'U100', is: 'running', evidence: 304, from: ['FT-101', 'YS-101'] }],
    outcomes: sampleOutcomes,
    coverage: { rows, units: [{ unit: 'U100', ...sampleCounts }], all: sampleCounts },
    traffic: [
      {
        controller: 'DCS',
        connections: 1,
        requests: { connect: 1, session: 2, identify: 1, read: 60, close: 1 },
        bytesOut: 6120,
        bytesIn: 9874,
        peakPerSecond: 4,
        writes: 0,
      },
      {
        controller: 'SIS',
        connections: 2,
        requests: { connect: 2, session: 2, identify: 4, 'run-state': 2, clock: 1, read: 120, close: 2 },
        bytesOut: 8040,
        bytesIn: 15_233,
        peakPerSecond: 9,
        writes: 0,
      },
      {
        controller: 'GDS',
        connections: 0,
        requests: { connect: 1 },
        bytesOut: 0,
        bytesIn: 0,
        peakPerSecond: 1,
        writes: 0,
      },
    ],
    conclusion: { result: 'not-satisfied', exitCode: 1 },
    end: { finishedAt: '2018-02-01T02:01:09.000Z' },
    chainHead: `3f2a9c01${'5d7e2b88'.repeat(7)}`,
    entries: 412,
    ...changes,
  };
}
