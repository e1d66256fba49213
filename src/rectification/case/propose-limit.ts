import { type Text, text } from '../../messages/index.ts';
import type { CalendarDate } from '../../plant/index.ts';
import { computeLimit, type WorkCalendar } from '../../rules/index.ts';
import type { Settings, WorkKind } from '../settings/settings.ts';
import type { CaseFinding } from './opened.ts';
import type { Grade } from './stage.ts';

/** A proposed limit and the steps that lead to it. */
export interface ProposedLimit {
  readonly until: CalendarDate;
  readonly steps: readonly Text[];
}

/**
 * Proposes a limit for the permanent repair: the rule's own days, or those of the kind of work that a person names, by
 * severity; what nobody has graded yet is taken as major, the shorter of the two. A milestone that has not come yet is
 * the earliest end, and does not move.
 */
export function proposeLimit(
  {
    finding,
    grade,
  }: { readonly finding: Pick<CaseFinding, 'limitDays' | 'notYetDue' | 'rule'>; readonly grade: Grade },
  from: CalendarDate,
  work: WorkKind | undefined,
  settings: Settings,
  calendar: WorkCalendar,
): ProposedLimit | undefined {
  const severity = grade === 'general' ? 'general' : 'major';
  const days = work === undefined ? finding.limitDays : settings.work_days[work][severity];
  if (days === undefined) return undefined;
  const why =
    work === undefined
      ? text('rectification.limit-by-rule', { rule: finding.rule, days })
      : text('rectification.limit-by-work', {
          work: text(`rectification.work-${work}`),
          grade: text(`rectification.grade-${severity}`),
          days,
        });
  const computed = computeLimit(from, { days }, calendar);
  if (!computed.ok) throw new Error('calendar days need no calendar');
  const { notYetDue } = finding;
  if (notYetDue === undefined || computed.end >= notYetDue)
    return { until: computed.end, steps: [why, ...computed.steps] };
  const milestone = text('rectification.limit-not-before-milestone', { date: notYetDue });
  return { until: notYetDue, steps: [why, ...computed.steps, milestone] };
}
