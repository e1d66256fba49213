import { type MessageKey, text } from '../../messages/index.ts';
import type { CaseEnterprise } from '../case/opened.ts';
import type { ArrangementItem } from '../case/stage.ts';
import type { Draft, DraftBlock, Said } from './draft.ts';
import type { LimitedCase } from './draft-of.ts';
import { dateText } from './paper-fields.ts';
import { problemOf } from './problem-of.ts';

/** The six parts of 令16 art. 15 (REG-O16-15), and the arrangement that fills a part where the enterprise has made it. */
const parts: readonly (readonly [title: MessageKey, from?: ArrangementItem])[] = [
  ['drafts.plan-goals'],
  ['drafts.plan-methods', 'measures'],
  ['drafts.plan-funds', 'funds'],
  ['drafts.plan-people', 'responsibility'],
  ['drafts.plan-time', 'time'],
  ['drafts.plan-safety', 'plan'],
];

/** 整改方案 template for a major hazard: the enterprise writes it, the tool lays out its six parts. */
export function planDraft(enterprise: CaseEnterprise, cases: readonly LimitedCase[]): Draft {
  return {
    kind: 'plan',
    title: text('drafts.title-plan'),
    marking: 'proposal',
    simulated: cases.some(({ state }) => state.opened.simulated),
    blocks: [
      { kind: 'fields', rows: [{ label: text('drafts.planned-by'), value: enterprise.name }] },
      { kind: 'list', title: text('drafts.plan-hazards'), items: cases.map(({ state }) => problemOf(state)) },
      ...parts.map(([title, from], index): DraftBlock => {
        const known = knownOf(cases, from, index);
        return { kind: 'list', title: text(title), items: known.length === 0 ? [text('drafts.to-fill')] : known };
      }),
      {
        kind: 'fields',
        rows: [{ label: text('drafts.person-in-charge') }, { label: text('drafts.signing-date'), as: 'date' }],
      },
    ],
  };
}

function knownOf(cases: readonly LimitedCase[], from: ArrangementItem | undefined, index: number): readonly Said[] {
  if (index === 0) return cases.map(({ state }) => state.opened.finding.remediation);
  const said = cases.flatMap(({ state }) => (from === undefined ? [] : (state.arrangements[from]?.says ?? [])));
  if (from !== 'time') return said;
  return [
    ...said,
    ...cases.flatMap(({ until }) =>
      until === undefined ? [] : [text('drafts.plan-until', { until: dateText(until) })],
    ),
  ];
}
