import { type Language, text } from '../../messages/index.ts';
import type { CalendarDate } from '../../plant/index.ts';
import type { CaseState } from '../case/case-state.ts';
import type { CaseEnterprise } from '../case/opened.ts';
import type { Settings } from '../settings/settings.ts';
import type { Draft, Said } from './draft.ts';
import { dateText, paperNumber, signatures } from './paper-fields.ts';

/** 整改复查意见书 (REG-FORM-3): what became of each item of the order, as a person has confirmed it. */
export function reviewDraft(
  enterprise: CaseEnterprise,
  cases: readonly CaseState[],
  date: CalendarDate,
  settings: Settings,
): Draft {
  const orders = cases.flatMap(({ moves }) =>
    moves.flatMap(({ move, date: on, document }) => (move.move === 'order' ? [{ on, document }] : [])),
  );
  const named = (language: Language) => [
    ...new Set(
      orders.map(({ on, document }) =>
        [dateText(on)[language], ...(document === undefined ? [] : [document])].join(language === 'zh' ? '' : ', '),
      ),
    ),
  ];
  return {
    kind: 'review',
    title: text('drafts.title-review'),
    marking: 'draft',
    simulated: cases.some(({ opened }) => opened.simulated),
    blocks: [
      paperNumber(date, 'review', settings),
      { kind: 'fields', rows: [{ label: text('drafts.reviewed'), value: enterprise.name, as: 'addressee' }] },
      {
        kind: 'paragraph',
        says: text('drafts.review-opening', { orders: { zh: named('zh').join('；'), en: named('en').join('; ') } }),
      },
      { kind: 'list', title: text('drafts.review-opinions'), items: cases.map(opinionOf) },
      signatures,
      { kind: 'paragraph', says: text('drafts.two-copies'), as: 'note' },
    ],
  };
}

function opinionOf({ opened, rechecks, moves }: CaseState): Said {
  const last = rechecks.at(-1);
  if (last === undefined) throw new Error(`case ${opened.case} has no confirmed re-inspection`);
  const read = moves.findLast(({ move }) => move.move === 'read-again')?.move;
  return text('drafts.review-opinion', {
    case: opened.case,
    subject: opened.finding.subject.id,
    date: dateText(last.date),
    verdict: text(`rectification.verdict-${last.verdict}`),
    machine: text(`rectification.verdict-${last.machine}`),
    audit: read?.move === 'read-again' ? read.audit.id : '—',
  });
}
