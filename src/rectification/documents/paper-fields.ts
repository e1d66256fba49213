import { text } from '../../messages/index.ts';
import type { CalendarDate } from '../../plant/index.ts';
import { agencyOn } from '../settings/agency-on.ts';
import type { Settings } from '../settings/settings.ts';
import type { DraftBlock } from './draft.ts';

/** 文号 of a paper of the agency of that day; year and number stay blank. */
export function paperNumber(date: CalendarDate, kind: 'record' | 'order' | 'review', settings: Settings): DraftBlock {
  const { name, code, settled } = agencyOn(date, settings);
  const suffix = { record: '检记', order: '责改', review: '复查' }[kind];
  return {
    kind: 'fields',
    rows: [
      { label: text('drafts.agency'), value: name, as: 'issuer' },
      ...(settled
        ? []
        : [{ label: text('drafts.agency-note'), value: text('drafts.agency-unsettled'), as: 'issuer-note' as const }]),
      { label: text('drafts.number'), value: `（　　）${code}${suffix}〔　　　　〕　　号`, as: 'number' },
    ],
  };
}

/** A day as a paper writes it: 2017年12月22日. */
export function dateText(date: CalendarDate): { readonly zh: string; readonly en: string } {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { zh: `${year}年${month}月${day}日`, en: date };
}

/** What is left for hands: two officers, the enterprise, the seal, the day. */
export const signatures: DraftBlock = {
  kind: 'fields',
  rows: [
    { label: text('drafts.officer-1') },
    { label: text('drafts.officer-2') },
    { label: text('drafts.enterprise-signature') },
    { label: text('drafts.seal'), as: 'seal' },
    { label: text('drafts.signing-date'), as: 'date' },
  ],
};
