import { type MessageKey, type Text, text } from '../../messages/index.ts';
import type { CalendarDate } from '../../plant/index.ts';
import type { CaseState } from '../case/case-state.ts';
import type { Move, Moved } from '../case/move.ts';
import { isOverdue } from '../case/overdue.ts';
import type { ArrangementItem } from '../case/stage.ts';

/** One cell of a ledger: words of the record, a sentence of the catalogue, or nothing where nothing is on record. */
export type LedgerCell = string | Text | { readonly zh: string; readonly en: string } | undefined;

/** 隐患台账 as data: the heads of its columns and one row per case. */
export interface Ledger {
  readonly columns: readonly Text[];
  readonly rows: readonly (readonly LedgerCell[])[];
}

type Column = readonly [head: MessageKey, cell: (state: CaseState, on: CalendarDate) => LedgerCell];

const columns: readonly Column[] = [
  ['ledger.number', ({ opened }) => opened.case],
  ['ledger.enterprise', ({ opened }) => opened.enterprise.name],
  ['ledger.uscc', ({ opened }) => opened.enterprise.uscc],
  ['ledger.town', ({ opened }) => opened.enterprise.town],
  [
    'ledger.place',
    ({ opened }) => [opened.finding.subject.unit, opened.finding.subject.name].filter(Boolean).join(' '),
  ],
  ['ledger.found-on', ({ opened }) => opened.audit.observationDate],
  ['ledger.found-by', ({ opened }) => text('ledger.found-by-audit', { audit: opened.audit.id })],
  ['ledger.grade', ({ grade }) => text(`rectification.grade-${grade}`)],
  ['ledger.kind', () => text('ledger.kind-automation')],
  ['ledger.describes', ({ opened }) => describe(opened.finding)],
  ['ledger.basis', ({ opened }) => opened.finding.clauses.join('；')],
  ['ledger.checked-on', (state) => last(state, 'grade', 'register')?.date],
  ['ledger.checked-by', (state) => last(state, 'grade', 'register')?.by],
  [
    'ledger.checked-how',
    (state) => saidBy(last(state, 'grade'), (move) => (move.move === 'grade' ? move.reason : undefined)),
  ],
  [
    'ledger.statement',
    (state) => saidBy(last(state, 'statement'), (move) => (move.move === 'statement' ? move.says : undefined)),
  ],
  [
    'ledger.override',
    (state) =>
      saidBy(last(state, 'override'), (move) =>
        move.move === 'override' ? `${move.says}（${move.reason}）` : undefined,
      ),
  ],
  ['ledger.ordered-on', ({ limit }) => limit?.orderedOn],
  ['ledger.order-document', (state) => last(state, 'order')?.document],
  ['ledger.limit', ({ limit }) => limit?.until],
  ['ledger.extensions', ({ limit }) => (limit === undefined ? undefined : String(limit.extensions))],
  ...(['responsibility', 'measures', 'funds', 'time', 'plan'] as const).map(arrangementColumn),
  ['ledger.rectified-on', (state) => last(state, 'request-recheck')?.date],
  ['ledger.accepted-by', () => undefined],
  ['ledger.accepted-on', () => undefined],
  ['ledger.rechecked-on', ({ rechecks }) => rechecks.at(-1)?.date],
  ['ledger.rechecked-by', ({ rechecks }) => rechecks.at(-1)?.by],
  ['ledger.recheck-result', ({ rechecks }) => verdictText(rechecks.at(-1)?.verdict)],
  ['ledger.machine-result', ({ rechecks }) => verdictText(rechecks.at(-1)?.machine)],
  [
    'ledger.supervised',
    (state) => saidBy(last(state, 'supervise'), (move) => (move.move === 'supervise' ? move.level : undefined)),
  ],
  [
    'ledger.proposals',
    ({ proposals }) =>
      Object.keys(proposals).length === 0 ? undefined : text(`rectification.step-${newest(proposals)}`),
  ],
  [
    'ledger.decided',
    ({ decisions }) =>
      Object.entries(decisions)
        .map(([step, { date }]) => `${step} ${date}`)
        .join('；') || undefined,
  ],
  ['ledger.stage', ({ stage }) => text(`rectification.stage-${stage}`)],
  ['ledger.overdue', (state, on) => (isOverdue(state, on) ? text('rectification.mark-overdue') : undefined)],
  ['ledger.closed-on', ({ stage, since }) => (stage === 'closed' ? since : undefined)],
  ['ledger.closed-by', (state) => last(state, 'close')?.by],
  ['ledger.repeats', ({ opened }) => opened.repeats.join('、') || undefined],
  ['ledger.evidence', ({ opened }) => opened.audit.head],
];

/** The ledger of cases as they stand on a day. What nobody has written down stays empty. */
export function ledgerOf(cases: readonly CaseState[], on: CalendarDate): Ledger {
  return {
    columns: columns.map(([head]) => text(head)),
    rows: cases.map((state) => columns.map(([, cell]) => cell(state, on))),
  };
}

function arrangementColumn(item: ArrangementItem): Column {
  return [
    `ledger.arranged-${item}`,
    ({ arrangements }) => {
      const arranged = arrangements[item];
      if (arranged === undefined) return undefined;
      return arranged.readyOn === undefined ? arranged.says : `${arranged.says}（${arranged.readyOn}）`;
    },
  ];
}

function describe({ parts, statement }: CaseState['opened']['finding']) {
  const seen = (language: 'zh' | 'en') => parts.flatMap(({ actual }) => actual?.[language] ?? []).join('；');
  return { zh: seen('zh') || statement.zh, en: seen('en') || statement.en };
}

function last({ moves }: CaseState, ...kinds: readonly Move['move'][]): Moved | undefined {
  return moves.findLast(({ move }) => kinds.includes(move.move));
}

function saidBy(moved: Moved | undefined, pick: (move: Move) => string | undefined): string | undefined {
  return moved === undefined ? undefined : pick(moved.move);
}

function verdictText(verdict: 'rectified' | 'not-rectified' | 'unverifiable' | undefined): Text | undefined {
  return verdict === undefined ? undefined : text(`rectification.verdict-${verdict}`);
}

function newest(proposals: CaseState['proposals']): 'penalty' | 'suspension' | 'closure' {
  return proposals.closure !== undefined ? 'closure' : proposals.suspension !== undefined ? 'suspension' : 'penalty';
}
