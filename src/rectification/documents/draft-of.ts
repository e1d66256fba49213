import type { AuditRecord } from '../../audit/index.ts';
import { type Text, text } from '../../messages/index.ts';
import type { CalendarDate } from '../../plant/index.ts';
import { shippedCalendar } from '../../rules/index.ts';
import type { CaseState } from '../case/case-state.ts';
import { proposeLimit } from '../case/propose-limit.ts';
import type { Settings } from '../settings/settings.ts';
import { confirmationDraft } from './confirmation-draft.ts';
import type { Draft, DraftKind } from './draft.ts';
import { inspectionRecordDraft } from './inspection-record-draft.ts';
import { noticeDraft } from './notice-draft.ts';
import { orderDraft } from './order-draft.ts';
import { planDraft } from './plan-draft.ts';
import { reviewDraft } from './review-draft.ts';

/** What a draft is made from: cases of one enterprise, and for a confirmation the audit itself. */
export interface DraftSource {
  readonly cases: readonly CaseState[];
  readonly record?: AuditRecord;
  /** The day for which it is drafted: it names the agency and starts the proposed limits. */
  readonly date: CalendarDate;
  readonly settings: Settings;
}

/** A case with the limit that is in force, or else proposed. */
export interface LimitedCase {
  readonly state: CaseState;
  readonly until: CalendarDate | undefined;
}

/** A draft, or the sentence that says why there is none yet. */
export type DraftResult = { readonly ok: true; readonly draft: Draft } | { readonly ok: false; readonly because: Text };

/** Drafts a document. The order of the papers is kept: a review only after an order and a confirmed re-inspection. */
export function draftOf(kind: DraftKind, source: DraftSource): DraftResult {
  const { cases, record, date, settings } = source;
  const refuse = (because: Text): DraftResult => ({ ok: false, because });
  if (kind === 'confirmation') {
    if (record === undefined) return refuse(text('drafts.needs-audit'));
    if (record.header.hypothetical) return refuse(text('drafts.hypothetical'));
    if (record.end === undefined) return refuse(text('rectification.import-unfinished', { audit: record.header.id }));
    return { ok: true, draft: confirmationDraft(record) };
  }
  const [first] = cases;
  if (first === undefined) return refuse(text('drafts.needs-case'));
  const { uscc } = first.opened.enterprise;
  if (cases.some(({ opened }) => opened.enterprise.uscc !== uscc)) return refuse(text('drafts.one-enterprise'));
  const limited = cases.map((state): LimitedCase => {
    const { finding } = state.opened;
    const proposed = () =>
      proposeLimit({ finding, grade: state.grade }, date, undefined, settings, shippedCalendar)?.until;
    return { state, until: state.limit?.until ?? proposed() };
  });
  switch (kind) {
    case 'inspection-record':
      return { ok: true, draft: inspectionRecordDraft(first.opened.enterprise, limited, date, settings) };
    case 'notice':
      return { ok: true, draft: noticeDraft(first.opened.enterprise, limited, date) };
    case 'order':
      return { ok: true, draft: orderDraft(first.opened.enterprise, limited, date, settings) };
    case 'plan': {
      const other = cases.find(({ grade }) => grade !== 'major');
      if (other !== undefined) return refuse(text('drafts.plan-only-major', { case: other.opened.case }));
      return { ok: true, draft: planDraft(first.opened.enterprise, limited) };
    }
    case 'review': {
      const unordered = cases.find(({ moves }) => !moves.some(({ move }) => move.move === 'order'));
      if (unordered !== undefined) return refuse(text('drafts.review-after-order', { case: unordered.opened.case }));
      const unchecked = cases.find(({ rechecks }) => rechecks.length === 0);
      if (unchecked !== undefined) return refuse(text('drafts.review-after-recheck', { case: unchecked.opened.case }));
      return { ok: true, draft: reviewDraft(first.opened.enterprise, cases, date, settings) };
    }
  }
}
