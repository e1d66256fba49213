import { type Text, text } from '../../messages/index.ts';
import type { CalendarDate } from '../../plant/index.ts';
import { addDays, type Confidence } from '../../rules/index.ts';
import type { CaseState } from '../case/case-state.ts';
import type { Settings } from '../settings/settings.ts';

/** A day by which somebody has to act, with the fact behind a count of days and how sure it is. */
export interface CaseDeadline {
  readonly case: string;
  readonly kind: 'limit' | 'extension-before' | 'extension-answer' | 'recheck' | 'resumption-review';
  readonly date: CalendarDate;
  readonly enterprise: string;
  readonly says: Text;
  readonly basis?: { readonly fact: string; readonly text: Confidence };
}

/** The deadlines of open cases, nearest first. Counts of days come from the settings and are not extended over holidays. */
export function deadlinesOf(cases: Iterable<CaseState>, { day_counts }: Settings): readonly CaseDeadline[] {
  const deadlines: CaseDeadline[] = [];
  for (const state of cases) {
    const { limit, stage, recheckAskedOn } = state;
    if (stage === 'closed' || limit === undefined) continue;
    const add = (kind: CaseDeadline['kind'], date: CalendarDate, count?: { fact: string; text: Confidence }) =>
      deadlines.push({
        case: state.opened.case,
        kind,
        date,
        enterprise: state.opened.enterprise.name,
        says: text(`rectification.deadline-${kind}`),
        ...(count === undefined ? {} : { basis: { fact: count.fact, text: count.text } }),
      });
    const isWaiting = stage === 'ordered' || stage === 'extension-granted';
    if (state.rechecks.length === 0) add('limit', limit.until);
    if (isWaiting) {
      const { extension_before: before } = day_counts;
      add('extension-before', addDays(limit.until, -before.days), before);
    }
    const asked = state.moves.findLast(({ move }) => move.move === 'request-extension');
    if (stage === 'extension-requested' && asked !== undefined)
      add('extension-answer', addDays(asked.date, day_counts.extension_answer.days), day_counts.extension_answer);
    if (stage === 'resumption-requested' && recheckAskedOn !== undefined)
      add(
        'resumption-review',
        addDays(recheckAskedOn, day_counts.resumption_review.days),
        day_counts.resumption_review,
      );
    else if (recheckAskedOn !== undefined || state.rechecks.length === 0)
      add('recheck', addDays(recheckAskedOn ?? limit.until, day_counts.recheck_within.days), day_counts.recheck_within);
  }
  return deadlines.sort((a, b) => (`${a.date} ${a.case}` < `${b.date} ${b.case}` ? -1 : 1));
}
