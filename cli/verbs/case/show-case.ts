import type { MessageKey } from '../../../src/messages/index.ts';
import { arrangementItems, type CaseState, isOverdue, type Moved } from '../../../src/rectification/index.ts';
import type { Terminal } from '../../terminal.ts';

/** One line of a list: number, enterprise, subject, grade, stage, limit. */
export function caseLine(state: CaseState, on: string, io: Terminal): string {
  const { opened, grade, stage, limit } = state;
  return io.say('rectification.case-line', {
    case: opened.case,
    enterprise: opened.enterprise.name,
    subject: opened.finding.subject.id,
    grade: io.say(`rectification.grade-${grade}`),
    stage: io.say(`rectification.stage-${stage}`),
    limit: limit === undefined ? '—' : limit.until,
    marks: marksOf(state, on)
      .map((key) => io.say(key))
      .join(' '),
  });
}

/** Everything about a case on the terminal, act by act. */
export function caseText(state: CaseState, on: string, io: Terminal): string {
  const { opened } = state;
  const { finding } = opened;
  const lines = [
    caseLine(state, on, io),
    `  ${finding.statement[io.language]}`,
    ...finding.parts.map(({ part, expected, actual }) =>
      io.say('rectification.case-part', {
        part,
        expected: expected?.[io.language] ?? '—',
        actual: actual?.[io.language] ?? '—',
      }),
    ),
    ...finding.clauses.map((clause) => `  ${clause}`),
    io.say('rectification.case-audit', {
      audit: opened.audit.id,
      date: opened.date,
      head: opened.audit.head.slice(0, 16),
    }),
    ...(opened.reopens === undefined
      ? []
      : [io.say('rectification.case-reopens', { case: opened.reopens.case, reason: opened.reopens.reason })]),
    ...(opened.repeats.length === 0
      ? []
      : [io.say('rectification.case-repeats', { cases: opened.repeats.join('、') })]),
    ...state.moves.map((moved) => moveLine(moved, io)),
    ...state.seen.map(({ date, audit, result }) =>
      io.say('rectification.case-seen', { date, audit: audit.id, result }),
    ),
    ...arrangementLines(state, io),
    io.say('rectification.case-entry', { number: state.lastEntry }),
  ];
  return lines.join('\n');
}

function arrangementLines(state: CaseState, io: Terminal): readonly string[] {
  if (state.limit === undefined) return [];
  const missing = arrangementItems.filter((item) => state.arrangements[item] === undefined);
  if (missing.length === 0) return [];
  return [
    io.say('rectification.arrangements-missing', {
      items: missing.map((item) => io.say(`rectification.item-${item}`)).join('、'),
    }),
  ];
}

function marksOf(state: CaseState, on: string): readonly MessageKey[] {
  return [
    ...(isOverdue(state, on) ? (['rectification.mark-overdue'] as const) : []),
    ...(state.opened.repeats.length > 0 && state.opened.reopens === undefined
      ? (['rectification.mark-repeated'] as const)
      : []),
    ...(state.opened.simulated ? (['rectification.mark-simulated'] as const) : []),
  ];
}

/** One act in one line. */
export function moveLine({ move, date, by, document }: Moved, io: Terminal): string {
  const line = io.say('rectification.move-line', {
    date,
    move: io.say(`rectification.move-${move.move}`),
    by,
    detail: detailOf(move, io),
  });
  return document === undefined ? line : `${line}  [${document}]`;
}

function detailOf(move: Moved['move'], io: Terminal): string {
  switch (move.move) {
    case 'grade':
      return `${io.say(`rectification.grade-${move.grade}`)}（${move.reason}）`;
    case 'order':
      return [move.until, ...(move.reason === undefined ? [] : [`（${move.reason}）`])].join('');
    case 'arrange':
      return `${io.say(`rectification.item-${move.item}`)}：${move.says}`;
    case 'request-extension':
      return `${move.until}（${move.reason}）`;
    case 'decide-extension':
      return `${io.say(move.granted ? 'rectification.stage-extension-granted' : 'rectification.stage-extension-refused')}（${move.reason}）`;
    case 'read-again':
      return `${io.say(`rectification.verdict-${move.verdict}`)} ${move.audit.id}`;
    case 'confirm': {
      const verdict = io.say(`rectification.verdict-${move.verdict}`);
      if (move.verdict === move.machine) return verdict;
      const machine = io.say(`rectification.verdict-${move.machine}`);
      return io.say('rectification.verdict-differs', { verdict, machine, reason: move.reason ?? '—' });
    }
    case 'propose':
      return [io.say(`rectification.step-${move.step}`), ...move.basis.map((it) => it[io.language])].join(' ');
    case 'decision':
      return `${io.say(`rectification.step-${move.step}`)}：${io.say(move.imposed ? 'rectification.decided-imposed' : 'rectification.decided-not')}（${move.says}）`;
    case 'statement':
      return `${io.say(move.objects ? 'rectification.statement-objects' : 'rectification.statement-says')}${move.says}`;
    case 'override':
      return `${move.says}（${move.reason}）`;
    case 'measures':
      return move.measures;
    case 'supervise':
      return move.level;
    case 'close':
      return move.says ?? '';
    case 'register':
    case 'request-recheck':
      return '';
  }
}
