import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../audit/index.ts';
import { sampleRecord } from '../../report/sample-record.test-data.ts';
import { applyMove, openCase } from '../case/apply-move.ts';
import type { CaseState } from '../case/case-state.ts';
import type { Move } from '../case/move.ts';
import { openedCase } from '../case/opened.test-data.ts';
import { isOverdue } from '../case/overdue.ts';
import { loadSettings } from '../settings/load-settings.ts';
import { deadlinesOf } from './deadlines.ts';
import { diffAudits } from './diff-audits.ts';
import { type CaseFilter, filterCases } from './filter-cases.ts';
import { periodOf } from './period.ts';
import { enterpriseLines } from './roll-up.ts';
import { statistics } from './statistics.ts';

const audit = { id: 'again', head: 'c'.repeat(64), observationDate: '2018-01-16' };

/** A case with moves, each on its day. */
function life(id: string, moves: readonly (readonly [date: string, move: Move])[], town = '果里镇'): CaseState {
  const enterprise = { name: `${town}某厂`, uscc: '91370321MA3C000006', town };
  return moves.reduce(
    (state, [date, move]) => applyMove(state, { case: id, date, by: '王五', move, recordedAt: date }, 9),
    openCase(openedCase({ case: id, enterprise }), 1),
  );
}
const order: readonly [string, Move] = ['2017-11-22', { move: 'order', until: '2017-12-22' }];
const found = life('2017-0001', []);
const waiting = life('2017-0002', [order], '唐山镇');
const asked = life('2017-0003', [order, ['2017-12-20', { move: 'request-recheck' }]]);
const closed = life('2017-0004', [
  order,
  ['2017-12-22', { move: 'read-again', audit, verdict: 'rectified' }],
  ['2017-12-23', { move: 'confirm', verdict: 'rectified', machine: 'rectified' }],
  ['2018-01-05', { move: 'close' }],
]);
const all = [closed, asked, waiting, found];

describe('overdue', () => {
  it.each([
    ['on the last day', waiting, '2017-12-22', false],
    ['the day after', waiting, '2017-12-23', true],
    ['without an order', found, '2018-12-31', false],
    ['asked for re-inspection in time', asked, '2018-01-31', false],
    ['closed', closed, '2018-01-31', false],
  ])('%s', (_, state, on, overdue) => {
    expect(isOverdue(state, on)).toBe(overdue);
  });
});

describe('filters', () => {
  it.each<[string, CaseFilter, string, readonly string[]]>([
    ['nothing', {}, '2017-12-20', ['2017-0001', '2017-0002', '2017-0003', '2017-0004']],
    ['town', { town: '唐山镇' }, '2017-12-20', ['2017-0002']],
    ['part of the name', { enterprise: '唐山' }, '2017-12-20', ['2017-0002']],
    ['stage', { stage: 'closed' }, '2018-12-31', ['2017-0004']],
    ['due within two days', { dueWithinDays: 2 }, '2017-12-20', ['2017-0002', '2017-0003']],
    ['due within one day', { dueWithinDays: 1 }, '2017-12-20', []],
    ['overdue', { overdue: true }, '2018-01-10', ['2017-0002']],
    ['open and of a town', { open: true, town: '果里镇' }, '2018-01-10', ['2017-0001', '2017-0003']],
  ])('%s', (_, filter, on, ids) => {
    expect(filterCases(all, filter, on).map(({ opened }) => opened.case)).toEqual(ids);
  });
});

describe('statistics', () => {
  it('count what was found, what of it was closed, and what was carried over', () => {
    const fourth = statistics(all, { from: '2017-10-01', to: '2017-12-31' }).all;
    expect(fourth).toMatchObject({
      found: 4,
      rectified: 0,
      rate: 0,
      carried: 0,
      openAtEnd: 4,
      overdueAtEnd: 1,
      ordersIssued: 3,
    });
    const first = statistics(all, { from: '2018-01-01', to: '2018-03-31' }).all;
    expect(first).toMatchObject({ found: 0, rate: undefined, carried: 4, carriedRectified: 1, openAtEnd: 3 });
  });

  it('count by enterprise', () => {
    const [line] = enterpriseLines(all, { from: '2017-10-01', to: '2017-12-31' });
    expect(line).toMatchObject({ overdue: ['2017-0002'], counts: { found: 4 } });
  });

  it.each([
    ['2017', '2017-01-01', '2017-12-31'],
    ['2017Q1', '2017-01-01', '2017-03-31'],
    ['2017Q4', '2017-10-01', '2017-12-31'],
    ['2018H1', '2018-01-01', '2018-06-30'],
    ['2018H2', '2018-07-01', '2018-12-31'],
  ])('over %s', (written, from, to) => {
    expect(periodOf(written)).toEqual({ from, to });
  });
  it.each(['2017Q5', '2017H3', '17Q1', '2017-Q1', ''])('not over %s', (written) => {
    expect(periodOf(written)).toBeUndefined();
  });
});

describe('deadlines', () => {
  it('carry the fact behind every count of days', () => {
    const loaded = loadSettings();
    if (!loaded.ok) throw new Error('settings');
    const listed = deadlinesOf([waiting, asked, closed, found], loaded.settings);
    expect(listed.map(({ case: id, kind, date, basis }) => [id, kind, date, basis?.text])).toEqual([
      ['2017-0002', 'extension-before', '2017-12-12', 'memory-high'],
      ['2017-0002', 'limit', '2017-12-22', undefined],
      ['2017-0003', 'limit', '2017-12-22', undefined],
      ['2017-0003', 'recheck', '2017-12-30', 'memory-high'],
      ['2017-0002', 'recheck', '2018-01-01', 'memory-high'],
    ]);
  });
});

describe('the difference of two audits', () => {
  const sample = sampleRecord();
  const [outcome] = sample.outcomes.filter(({ result }) => result === 'fail');
  if (outcome === undefined) throw new Error('the sample has no finding');
  const as = (result: Outcome['result'], because?: string): Outcome => ({
    ...outcome,
    result,
    parts: [
      {
        part: 'p',
        result,
        ...(because === undefined ? {} : { actual: { key: 'rules.identity-is', with: { is: because } } }),
        missing: [],
        evidence: [],
      },
    ],
  });
  it.each<[string, readonly Outcome[], readonly Outcome[], string | undefined]>([
    ['new', [as('pass')], [as('fail')], 'new'],
    ['new where it was not judged', [], [as('fail')], 'new'],
    ['still open', [as('fail', 'a')], [as('fail', 'a')], 'still-open'],
    ['changed', [as('fail', 'a')], [as('fail', 'b')], 'changed'],
    ['fixed', [as('fail')], [as('pass')], 'fixed'],
    ['silent now', [as('fail')], [as('unknown')], 'now-unknown'],
    ['not judged now: never fixed', [as('fail')], [], 'now-unknown'],
    ['not applicable now: never fixed', [as('fail')], [as('notapplicable')], 'now-unknown'],
    ['passed and silent now', [as('pass')], [as('unknown')], 'now-unknown'],
    ['known now', [as('unknown')], [as('pass')], 'now-known'],
    ['the same', [as('pass')], [as('pass')], undefined],
    ['unknown twice', [as('unknown')], [as('unknown')], undefined],
  ])('%s', (_, before, after, change) => {
    const lines = diffAudits({ ...sample, outcomes: before }, { ...sample, outcomes: after });
    expect(lines[0]?.change).toBe(change);
  });
});
