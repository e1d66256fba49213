import { describe, expect, it } from 'vitest';
import { draftMarkdown } from '../../report/renderers/markdown/index.ts';
import { sampleRecord } from '../../report/sample-record.test-data.ts';
import { applyMove, openCase } from '../case/apply-move.ts';
import type { CaseState } from '../case/case-state.ts';
import type { Move } from '../case/move.ts';
import { openedCase } from '../case/opened.test-data.ts';
import { agencyOn } from '../settings/agency-on.ts';
import { loadSettings } from '../settings/load-settings.ts';
import { draftOf } from './draft-of.ts';

const loaded = loadSettings();
if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
const { settings } = loaded;
const date = '2017-11-22';

function lived(moves: readonly Move[], opened = openedCase()): CaseState {
  return moves.reduce(
    (state, move) => applyMove(state, { case: opened.case, date, by: '王五', move, recordedAt: date }, 9),
    openCase(opened, 1),
  );
}
const order: Move = { move: 'order', until: '2017-12-22' };
const audit = { id: 'again', head: 'c'.repeat(64), observationDate: date };
const reread: readonly Move[] = [
  { move: 'read-again', audit, verdict: 'not-rectified' },
  { move: 'confirm', verdict: 'not-rectified', machine: 'not-rectified' },
];

describe('drafts', () => {
  it.each([
    ['a review before an order', 'review', [lived([])], 'drafts.review-after-order'],
    ['a review before a re-inspection', 'review', [lived([order])], 'drafts.review-after-recheck'],
    [
      'a six-part plan for a general hazard',
      'plan',
      [lived([], openedCase({ grade: 'general' }))],
      'drafts.plan-only-major',
    ],
    ['a paper about nothing', 'order', [], 'drafts.needs-case'],
    [
      'a paper about two enterprises',
      'order',
      [lived([]), lived([], openedCase({ enterprise: { name: 'x', uscc: '91350100M000100Y43' } }))],
      'drafts.one-enterprise',
    ],
    ['a confirmation of nothing', 'confirmation', [], 'drafts.needs-audit'],
  ] as const)('refuse %s', (_, kind, cases, key) => {
    expect(draftOf(kind, { cases, date, settings })).toMatchObject({ ok: false, because: { key } });
  });

  it('refuse a 推演', () => {
    const record = sampleRecord();
    const hypothetical = { ...record, header: { ...record.header, hypothetical: true } };
    expect(draftOf('confirmation', { cases: [], record: hypothetical, date, settings })).toMatchObject({
      ok: false,
      because: { key: 'drafts.hypothetical' },
    });
    expect(draftOf('confirmation', { cases: [], record, date, settings })).toMatchObject({ ok: true });
  });

  it.each(['inspection-record', 'notice', 'plan', 'order', 'review'] as const)(
    'of a %s is marked, and leaves number, officers, signatures and seal to hands, in both languages',
    (kind) => {
      const drafted = draftOf(kind, { cases: [lived([order, ...reread])], date, settings });
      if (!drafted.ok) throw new Error(drafted.because.key);
      const [zh, en] = [draftMarkdown(drafted.draft, 'zh'), draftMarkdown(drafted.draft, 'en')];
      expect(zh).toMatch(/草稿|建议稿/);
      expect(en).toMatch(/Draft|Proposal/);
      // Names of the people who acted on the case are on record, and never signed with.
      expect(zh).not.toContain('王五');
      for (const line of zh.split('\n').filter((each) => /签名|印章|证号/.test(each) && each.startsWith('- ')))
        expect(line).toMatch(/：＿+$/);
      expect(zh).not.toContain('undefined');
    },
  );

  it('of an order have one limit per group of items', () => {
    const other = openedCase({ case: '2017-0002', grade: 'general' });
    const cases = [lived([order]), lived([{ move: 'order', until: '2017-12-01' }], other), lived([order])];
    const drafted = draftOf('order', { cases, date, settings });
    const zh = drafted.ok ? draftMarkdown(drafted.draft, 'zh') : '';
    expect(zh).toContain('第 2 项于 2017年12月1日前');
    expect(zh).toContain('第 1、3 项于 2017年12月22日前');
    expect(zh).toContain('重大事故隐患 2 项');
  });
});

describe('the agency', () => {
  it.each([
    ['2017-11-20', '安监', true],
    ['2018-06-01', '安监', false],
    ['2019-01-01', '应急', false],
    ['2020-01-01', '应急', true],
    ['2026-11-01', '应急', true],
  ])('on %s is %s, settled: %s', (on, code, settled) => {
    expect(agencyOn(on, settings)).toMatchObject({ code, settled });
  });
});
