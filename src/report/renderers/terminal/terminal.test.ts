import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../../messages/index.ts';
import { sampleRecord } from '../../sample-record.test-data.ts';
import { alignColumns, padded, span, wrap } from './span.ts';
import { terminalSummary } from './summary.ts';

const record = sampleRecord();
const zh = { language: 'zh', colour: false, width: 100 } as const;

describe('the summary on the terminal', () => {
  it('says in Chinese what its golden text holds', async () => {
    const summary = terminalSummary(record, {
      ...zh,
      wrote: ['out/20180201-U100-01/report.pdf', 'result.json', 'audit.sqlite'],
    });
    await expect(summary).toMatchFileSnapshot('../../golden/terminal.txt');
  });

  it('aligns the controllers by what the eye sees', () => {
    const lines = terminalSummary(record, zh)
      .split('\n')
      .filter((line) => / 次请求/.test(line));
    const column = lines.map((line) => displayWidth(line.slice(0, line.search(/\d+\/\d+ 点/))));
    expect(lines).toHaveLength(3);
    expect(new Set(column).size).toBe(1);
  });

  it('names the controllers in the order of the plant file, and why one was silent', () => {
    const fault = { kind: 'timeout', during: 'read', afterMs: 2000 } as const;
    const self = { endpoint: 'x', identity: { fault }, runState: 'not-served', exchanges: [] } as const;
    const [dcs, sis, gds] = record.controllers;
    if (dcs === undefined || sis === undefined || gds === undefined)
      throw new Error('the sample has three controllers');
    const { fault: _never, ...reached } = gds;
    const summary = terminalSummary({ ...record, controllers: [{ ...reached, self }, sis, dcs] }, zh);
    expect(summary).toMatch(/^ {2}DCS.*\n {2}SIS.*\n {2}GDS .* 读取 2.0 秒无响应 /m);
  });

  it('holds escape codes only with colour', () => {
    expect(terminalSummary(record, zh)).not.toContain('\u001b');
    expect(terminalSummary(record, { ...zh, colour: true })).toContain('\u001b[31m重大隐患');
  });

  it('lets nothing that was declared or read steer the terminal', () => {
    const { plant } = record;
    const name = '\u001b]0;title\u0007厂';
    const steered = { ...record, plant: { ...plant, enterprise: { ...plant.enterprise, name } } };
    expect(terminalSummary(steered, zh).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  it('keeps within the width', () => {
    for (const line of terminalSummary(record, { ...zh, width: 72 })
      .split('\n')
      .slice(6)) {
      expect(displayWidth(line), line).toBeLessThanOrEqual(72);
    }
  });

  it('ends with the conclusion and its exit code', () => {
    expect(terminalSummary(record, zh)).toMatch(/\n证据链首 3f2a 9c01 …\n结论：不符合（退出码 1）\n$/);
    const { end: _end, ...cut } = record;
    expect(terminalSummary({ ...cut, conclusion: { result: 'inconclusive', exitCode: 3 } }, zh)).toMatch(
      /结论：本次核查未完成，不作结论（退出码 3）\n$/,
    );
  });

  it('speaks English', () => {
    const summary = terminalSummary(record, { ...zh, language: 'en' });
    expect(summary).toContain('Built 7/10 (unknown 2)   ESD present 2/4 (unknown 1)   In service 4/7 (unknown 2)');
  });
});

describe('columns', () => {
  it.each([
    ['abc', 3],
    ['氯化', 4],
    ['（）', 4],
    ['“·”…→', 5],
    ['e\u0301', 1],
    ['\u{20000}', 2],
  ])('%s takes %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('are filled to the widest cell', () => {
    const rows = alignColumns(
      [
        [span('氯'), span('x')],
        [span('abcd'), span('y')],
      ],
      1,
    );
    expect(rows.map((row) => row.map((it) => it.text).join(''))).toEqual(['氯   x', 'abcd y']);
    expect(padded(span('7'), 3, 'right').text).toBe('  7');
  });

  it('wrap between ideographs and words, never before a closing mark', () => {
    expect(wrap('联锁设定值 TZSHH-101.SP 为', 12)).toEqual(['联锁设定值', 'TZSHH-101.SP', '为']);
    expect(wrap('一二三，四', 8)).toEqual(['一二三，', '四']);
  });
});
