import { text } from '../../messages/index.ts';
import type { CalendarDate } from '../../plant/index.ts';
import type { CaseEnterprise } from '../case/opened.ts';
import type { Draft } from './draft.ts';
import type { LimitedCase } from './draft-of.ts';
import { dateText } from './paper-fields.ts';
import { problemOf } from './problem-of.ts';

/** 整改通知书 of an inspection firm: it advises, it does not order. */
export function noticeDraft(enterprise: CaseEnterprise, cases: readonly LimitedCase[], date: CalendarDate): Draft {
  return {
    kind: 'notice',
    title: text('drafts.title-notice'),
    marking: 'proposal',
    simulated: cases.some(({ state }) => state.opened.simulated),
    blocks: [
      {
        kind: 'fields',
        rows: [
          { label: text('drafts.firm'), as: 'issuer' },
          { label: text('drafts.number'), as: 'number' },
          { label: text('drafts.addressee'), value: enterprise.name, as: 'addressee' },
          { label: text('drafts.drafted-on'), value: dateText(date) },
        ],
      },
      { kind: 'paragraph', says: text('drafts.notice-opening') },
      {
        kind: 'table',
        head: [
          text('drafts.column-case'),
          text('drafts.column-grade'),
          text('drafts.column-problem'),
          text('drafts.column-immediate'),
          text('drafts.column-remediation'),
          text('drafts.column-limit'),
        ],
        rows: cases.map(({ state, until }) => [
          state.opened.case,
          text(`rectification.grade-${state.grade}`),
          problemOf(state),
          state.opened.finding.immediate ?? '—',
          state.opened.finding.remediation,
          until ?? '—',
        ]),
      },
      { kind: 'paragraph', says: text('drafts.notice-closing') },
      {
        kind: 'fields',
        rows: [
          { label: text('drafts.inspector') },
          { label: text('drafts.firm-seal'), as: 'seal' },
          { label: text('drafts.enterprise-signature') },
          { label: text('drafts.signing-date'), as: 'date' },
        ],
      },
    ],
  };
}
