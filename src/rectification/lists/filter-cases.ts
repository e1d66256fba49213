import type { CalendarDate } from '../../plant/index.ts';
import { daysBetween } from '../../rules/index.ts';
import type { CaseState } from '../case/case-state.ts';
import { isOverdue } from '../case/overdue.ts';
import type { Stage } from '../case/stage.ts';

/** What a list of cases is narrowed by; everything that is named must hold. */
export interface CaseFilter {
  /** Part of the name, or the whole 统一社会信用代码. */
  readonly enterprise?: string;
  readonly town?: string;
  readonly stage?: Stage;
  readonly dueWithinDays?: number;
  readonly overdue?: boolean;
  readonly open?: boolean;
}

/** The cases that a filter leaves, in the order of their numbers, as they stand on a day. */
export function filterCases(cases: Iterable<CaseState>, filter: CaseFilter, on: CalendarDate): readonly CaseState[] {
  const { enterprise, town, stage, dueWithinDays, overdue, open } = filter;
  return [...cases]
    .filter((it) => {
      const { name, uscc, town: at } = it.opened.enterprise;
      const left = it.limit === undefined || it.stage === 'closed' ? undefined : daysBetween(on, it.limit.until);
      return (
        (enterprise === undefined || name.includes(enterprise) || uscc === enterprise) &&
        (town === undefined || at === town) &&
        (stage === undefined || it.stage === stage) &&
        (dueWithinDays === undefined || (left !== undefined && left >= 0 && left <= dueWithinDays)) &&
        (overdue !== true || isOverdue(it, on)) &&
        (open !== true || it.stage !== 'closed')
      );
    })
    .sort((a, b) => (a.opened.case < b.opened.case ? -1 : 1));
}
