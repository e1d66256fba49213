import { text } from '../../messages/index.ts';
import type { CalendarDate } from '../../plant/index.ts';
import type { CaseEnterprise } from '../case/opened.ts';
import type { Settings } from '../settings/settings.ts';
import type { Draft } from './draft.ts';
import type { LimitedCase } from './draft-of.ts';
import { paperNumber } from './paper-fields.ts';
import { problemOf } from './problem-of.ts';

/** 现场检查记录: the fields of the 2017 form (REG-FORM-2); persons, places and times are for the officers. */
export function inspectionRecordDraft(
  enterprise: CaseEnterprise,
  cases: readonly LimitedCase[],
  date: CalendarDate,
  settings: Settings,
): Draft {
  const audits = [
    ...new Set(cases.map(({ state }) => `${state.opened.audit.id}（${state.opened.audit.observationDate}）`)),
  ];
  return {
    kind: 'inspection-record',
    title: text('drafts.title-inspection-record'),
    marking: 'draft',
    simulated: cases.some(({ state }) => state.opened.simulated),
    blocks: [
      paperNumber(date, 'record', settings),
      {
        kind: 'fields',
        rows: [
          { label: text('drafts.inspected'), value: enterprise.name },
          { label: text('drafts.uscc'), value: enterprise.uscc },
          { label: text('drafts.address'), ...(enterprise.town === undefined ? {} : { value: enterprise.town }) },
          { label: text('drafts.legal-person'), as: 'half' },
          { label: text('drafts.position'), as: 'half' },
          { label: text('drafts.phone'), as: 'half' },
          { label: text('drafts.place'), as: 'half' },
          { label: text('drafts.from-to') },
          { label: text('drafts.rests-on'), value: audits.join('、') },
        ],
      },
      {
        kind: 'list',
        title: text('drafts.seen-on-site'),
        items: cases.map(({ state }) => problemOf(state)),
      },
      {
        kind: 'fields',
        rows: [
          { label: text('drafts.officer-1') },
          { label: text('drafts.officer-2') },
          { label: text('drafts.site-signature') },
          { label: text('drafts.signing-date'), as: 'date' },
        ],
      },
    ],
  };
}
