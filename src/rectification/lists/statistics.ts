import type { CalendarDate } from '../../plant/index.ts';
import type { CaseState } from '../case/case-state.ts';
import { isOverdue } from '../case/overdue.ts';
import { type Grade, grades } from '../case/stage.ts';

/** A span of days, both counted. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** The counts of one grade, or of all, in a period. */
export interface HazardCounts {
  /** 排查数: found in the period. */
  readonly found: number;
  /** 整改数: of those found, closed by the end of the period. */
  readonly rectified: number;
  /** 整改率 of those found, 0 to 1; undefined where nothing was found: nothing is not everything. */
  readonly rate: number | undefined;
  /** Open on the eve of the period, and of those the ones closed in it. */
  readonly carried: number;
  readonly carriedRectified: number;
  readonly openAtEnd: number;
  readonly overdueAtEnd: number;
  readonly supervised: number;
  readonly ordersIssued: number;
}

/** Counts by grade as graded at the end of the period, and in all. `cases` is the register as of the end of the period. */
export function statistics(cases: Iterable<CaseState>, period: Period): Readonly<Record<Grade | 'all', HazardCounts>> {
  const all = [...cases].filter(({ opened }) => opened.date <= period.to);
  const of = (grade: Grade) =>
    count(
      all.filter((it) => it.grade === grade),
      period,
    );
  const [general, major, pending] = grades.map(of);
  if (general === undefined || major === undefined || pending === undefined) throw new Error('a grade is missing');
  return { general, major, pending, all: count(all, period) };
}

function count(cases: readonly CaseState[], { from, to }: Period): HazardCounts {
  const closedOn = (it: CaseState) => (it.stage === 'closed' ? it.since : undefined);
  const isClosed = (it: CaseState) => (closedOn(it) ?? '9999') <= to;
  const found = cases.filter(({ opened }) => opened.date >= from);
  const carried = cases.filter((it) => it.opened.date < from && (closedOn(it) ?? '9999') >= from);
  const rectified = found.filter(isClosed).length;
  const moved = (kind: string) =>
    cases.flatMap(({ moves }) => moves).filter(({ move, date }) => move.move === kind && date >= from && date <= to);
  return {
    found: found.length,
    rectified,
    rate: found.length === 0 ? undefined : rectified / found.length,
    carried: carried.length,
    carriedRectified: carried.filter(isClosed).length,
    openAtEnd: cases.filter((it) => !isClosed(it)).length,
    overdueAtEnd: cases.filter((it) => isOverdue(it, to)).length,
    supervised: moved('supervise').length,
    ordersIssued: moved('order').length,
  };
}
