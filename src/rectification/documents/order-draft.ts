import { text } from '../../messages/index.ts';
import type { CalendarDate } from '../../plant/index.ts';
import type { CaseEnterprise } from '../case/opened.ts';
import type { Settings } from '../settings/settings.ts';
import type { Draft } from './draft.ts';
import type { LimitedCase } from './draft-of.ts';
import { dateText, paperNumber, signatures } from './paper-fields.ts';
import { problemOf } from './problem-of.ts';

/** 责令限期整改指令书: numbered problems, one limit per group of them, the clause on review and suit (REG-FORM-1). */
export function orderDraft(
  enterprise: CaseEnterprise,
  cases: readonly LimitedCase[],
  date: CalendarDate,
  settings: Settings,
): Draft {
  const groups = new Map<string, number[]>();
  for (const [index, { until }] of cases.entries())
    groups.set(until ?? '', [...(groups.get(until ?? '') ?? []), index + 1]);
  const major = cases.filter(({ state }) => state.grade === 'major').length;
  return {
    kind: 'order',
    title: text('drafts.title-order'),
    marking: 'draft',
    simulated: cases.some(({ state }) => state.opened.simulated),
    blocks: [
      paperNumber(date, 'order', settings),
      { kind: 'fields', rows: [{ label: text('drafts.addressee'), value: enterprise.name, as: 'addressee' }] },
      { kind: 'list', title: text('drafts.order-found', { major }), items: cases.map(({ state }) => problemOf(state)) },
      {
        kind: 'list',
        title: text('drafts.order-limits'),
        items: [...groups]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([until, numbers]) =>
            until === ''
              ? text('drafts.order-group-blank', { numbers: numbers.join('、') })
              : text('drafts.order-group', { numbers: numbers.join('、'), until: dateText(until) }),
          ),
      },
      { kind: 'paragraph', says: text('drafts.order-duty') },
      { kind: 'paragraph', says: text('drafts.order-remedies', { government: settings.government }) },
      signatures,
      { kind: 'paragraph', says: text('drafts.two-copies'), as: 'note' },
    ],
  };
}
