import { describe, expect, it } from 'vitest';
import { samplePlant } from '../sample-plant.test-data.ts';
import { sampleRecord } from '../sample-record.test-data.ts';
import {
  behindText,
  clauseText,
  groupedHash,
  listText,
  plantTime,
  plantTimeOf,
  printable,
  sentences,
  shortHash,
  valueText,
  voiceOf,
} from './index.ts';

const zh = voiceOf('zh');

describe('a value on the page', () => {
  const reading = sampleRecord().observations.find((it) => it.kind === 'reading');
  if (reading?.kind !== 'reading') throw new Error('the sample has readings');
  const point = samplePlant.points.get('MOS-104');
  if (point === undefined) throw new Error('the sample has MOS-104');
  const { oneMeans: _means, ...plain } = point;

  it.each([
    ['float32', Math.fround(0.1), plain, '0.1'],
    ['float32', Math.fround(92.1), plain, '92.1'],
    ['float32', Math.fround(16_777_217), plain, '16777216'],
    ['float64', 0.30000000000000004, plain, '0.3'],
    ['float32', Number.NaN, plain, '无效数（NaN）'],
    ['float64', Number.NEGATIVE_INFINITY, plain, '无效数（-Infinity）'],
    ['uint64', 18_446_744_073_709_551_615n, plain, '18446744073709551615'],
    ['int16', 273, { ...plain, scale: { factor: 0.1, offset: 0 } }, '27.3'],
    ['int64', 5n, { ...plain, scale: { factor: 2, offset: 1 } }, '11'],
    ['bool', true, point, '1（旁路）'],
    ['bool', false, point, '0'],
    ['bool', true, plain, '1'],
    ['string', '', plain, '“”'],
    ['string', 'A\u001b[31m', plain, '“A\\u{1b}[31m”'],
  ] as const)('%s %s', (type, value, of, said) => {
    expect(valueText({ ...reading, type, value }, of, zh)).toBe(said);
  });
});

describe('times', () => {
  it('are those of the plant', () => {
    expect(plantTime(Date.parse('2018-01-31T16:00:00.007Z'))).toBe('2018-02-01 00:00:00.007');
    expect(plantTimeOf('2018-01-31T16:00:00Z')).toBe('2018-02-01 00:00:00');
  });

  it('that no calendar has are not invented', () => {
    expect(plantTime(Number.NaN)).toBeUndefined();
    expect(plantTime(9e15)).toBeUndefined();
    expect(plantTimeOf('soon')).toBe('soon');
  });
});

describe('words', () => {
  it('name a clause with its confidence', () => {
    const clause = { document: '安监总管三〔2017〕121号', item: 4, fact: 'REG-MH-04', text: 'verified' } as const;
    expect(clauseText(clause, zh)).toBe('安监总管三〔2017〕121号 第 4 项（REG-MH-04，已核对原文）');
    expect(clauseText({ ...clause, item: '二（五）', text: 'memory-low' }, zh)).toContain(
      '二（五）（REG-MH-04，未核对原文，存疑）',
    );
  });

  it('name a rule behind a finding with its law, its weight and what is not known', () => {
    const behind = {
      rule: 'o41-automatic-control',
      pack: 'producer-permit',
      statement: { zh: '生产企业应装设自动化控制系统。', en: 'Producers have automatic control.' },
      weight: 'binding',
      clause: { document: '总局令第41号', fact: 'REG-P-H', text: 'partial' },
    } as const;
    expect(behindText(behind, zh)).toBe(
      '生产企业应装设自动化控制系统。总局令第41号（REG-P-H，已核对部分原文），约束性（规则 o41-automatic-control）',
    );
    expect(behindText({ ...behind, untold: ['producer'] }, zh)).toContain('；台账未写明 producer，是否适用不明');
  });

  it('shorten a hash for two people, and give it in full', () => {
    expect(shortHash('3f2a9c01ffff')).toBe('3f2a 9c01 …');
    expect(
      groupedHash('ab'.repeat(32))
        .split('\n')
        .map((line) => line.split(' ').length),
    ).toEqual([8, 8]);
  });

  it('list each name once and count what a long list leaves out', () => {
    expect(listText(['a', 'b', 'a'], zh)).toBe('a、b');
    expect(listText(['a', 'b', 'c'], zh, 2)).toBe('a、b 等 3 个');
    expect([listText([], zh), sentences([], zh)]).toEqual(['–', '–']);
  });

  it('let no device steer a page or a terminal', () => {
    expect(printable('氯化 T-101 ℃ m³')).toBe('氯化 T-101 ℃ m³');
    expect(printable('\u0000\u202e😀\ufffd')).toBe('\\u{0}\\u{202e}\\u{1f600}\\u{fffd}');
  });
});
