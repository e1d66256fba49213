import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openedCase } from '../../../src/rectification/case/opened.test-data.ts';
import { RegisterFile } from '../../../src/rectification/index.ts';
import { runVerb } from '../../run-verb.test-data.ts';

let folder: string;
let register: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tripline-case-'));
  register = join(folder, 'cases.sqlite');
  const recordedAt = '2017-11-21 09:00:00';
  const file = RegisterFile.open(register, { kind: 'register-opened', body: { tripline: '0.0.0', recordedAt } });
  const move = { move: 'register' } as const;
  const moved = { case: '2017-0001', date: '2017-11-21', by: '张三', move, recordedAt };
  file.append(
    [
      { kind: 'case-opened', body: openedCase() },
      { kind: 'case-moved', body: moved },
    ],
    1,
  );
  file.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

const act = (...argv: readonly string[]) =>
  runVerb(
    ['case', ...argv, '--register', register, '--by', '王五', '--simulated-time', '2017-11-22T10:00:00+08:00'],
    'zh',
  );

describe('tripline case', () => {
  it('refuses a change that rests on an older view, and says whose change it did not see', async () => {
    expect(await act('statement', '2017-0001', '--says', '甲', '--seen', '3')).toMatchObject({ code: 0 });
    const lost = await act('statement', '2017-0001', '--says', '乙', '--seen', '3');
    expect(lost.code).toBe(2);
    expect(lost.err).toContain('已由 王五 改动');
    expect(lost.err).toContain('没有写入');
    const { out } = await runVerb(['case', 'show', '2017-0001', '--register', register, '--json'], 'zh');
    expect(JSON.parse(out)).toMatchObject({ entry: 4, moves: [{}, { move: { says: '甲' } }] });
  });

  it('writes down who changed a proposed limit and why, and refuses a change without a reason', async () => {
    expect(await act('measures', '2017-0001')).toMatchObject({ code: 0 });
    const silent = await act('order', '2017-0001', '--until', '2017-12-01');
    expect(silent).toMatchObject({ code: 2 });
    expect(silent.err).toContain('--reason');
    expect(await act('order', '2017-0001', '--until', '2017-12-01', '--reason', '险情明显')).toMatchObject({ code: 0 });
    const { out } = await runVerb(['case', 'show', '2017-0001', '--register', register, '--json'], 'zh');
    expect(JSON.parse(out).moves.at(-1)).toMatchObject({
      by: '王五',
      move: { move: 'order', until: '2017-12-01', proposed: '2017-12-22', reason: '险情明显' },
    });
  });

  it.each<[string, readonly string[]]>([
    ['a day that has not come', ['statement', '2017-0001', '--says', '甲', '--date', '2017-11-23']],
    ['a day before the last act', ['statement', '2017-0001', '--says', '甲', '--date', '2017-11-20']],
    ['a case that is not there', ['statement', '2017-0009', '--says', '甲']],
    ['an act without its content', ['statement', '2017-0001']],
    ['a grade that is none', ['grade', '2017-0001', '--as', 'huge', '--reason', '甲']],
    ['closing what nobody has re-inspected', ['close', '2017-0001']],
    ['closure out of hand', ['escalate', '2017-0001', '--step', 'closure']],
  ])('says 2 to %s and writes nothing', async (_, argv) => {
    const { code, out, err } = await act(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toBe('');
    const file = RegisterFile.open(register);
    expect(file.entries()).toHaveLength(3);
    file.close();
  });
});
