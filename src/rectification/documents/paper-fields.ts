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
      { label: text('drafts.agency'), value: name },
      ...(settled ? [] : [{ label: text('drafts.agency-note'), value: text('drafts.agency-unsettled') }]),
      { label: text('drafts.number'), value: `（　　）${code}${suffix}〔　　　　〕　　号` },
    ],
  };
}

/** What is left for hands: two officers, the enterprise, the seal, the day. */
export const signatures: DraftBlock = {
  kind: 'fields',
  rows: [
    { label: text('drafts.officer-1') },
    { label: text('drafts.officer-2') },
    { label: text('drafts.enterprise-signature') },
    { label: text('drafts.seal') },
    { label: text('drafts.signing-date') },
  ],
};
