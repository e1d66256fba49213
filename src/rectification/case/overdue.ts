import type { CalendarDate } from '../../plant/index.ts';
import type { CaseState } from './case-state.ts';

/**
 * Whether a case is overdue on a day: derived from the limit, never stored. An enterprise that asked for re-inspection
 * within its limit is not overdue while the authority has not come; one that a re-inspection found rectified is not
 * overdue at all.
 */
export function isOverdue(state: CaseState, on: CalendarDate): boolean {
  const { stage, limit, recheckAskedOn } = state;
  if (limit === undefined || stage === 'closed' || on <= limit.until) return false;
  if (recheckAskedOn !== undefined && recheckAskedOn <= limit.until) return false;
  return state.rechecks.at(-1)?.verdict !== 'rectified';
}
