import { type Text, text } from '../../messages/index.ts';
import type { CalendarDate } from '../../plant/index.ts';
import type { Opened } from '../case/opened.ts';
import type { NewEntry } from './register-entry.ts';
import type { RegisterState } from './register-state.ts';

/** Reopening: a new case that names the closed one. The closed one stays as it is. */
export function reopenCase(
  state: RegisterState,
  closed: string,
  reopening: {
    readonly by: string;
    readonly date: CalendarDate;
    readonly today: CalendarDate;
    readonly reason: string;
    readonly recordedAt: string;
  },
):
  | { readonly ok: true; readonly entries: readonly NewEntry[]; readonly id: string }
  | { readonly ok: false; readonly because: Text } {
  const { by, date, today, reason, recordedAt } = reopening;
  const old = state.cases.get(closed);
  if (old === undefined) return { ok: false, because: text('rectification.no-case', { case: closed }) };
  if (old.stage !== 'closed') return { ok: false, because: text('rectification.reopen-open', { case: closed }) };
  if (date > today) return { ok: false, because: text('rectification.refuse-future', { date, today }) };
  if (date < old.since) return { ok: false, because: text('rectification.refuse-before', { date, since: old.since }) };
  const open = [...state.cases.values()].find(
    (each) => each.opened.identity === old.opened.identity && each.stage !== 'closed',
  );
  if (open !== undefined) return { ok: false, because: text('rectification.reopen-known', { case: open.opened.case }) };
  const year = `${date.slice(0, 4)}-`;
  const numbers = [...state.cases.keys()].filter((id) => id.startsWith(year)).map((id) => Number(id.slice(5)));
  const id = `${year}${String(Math.max(0, ...numbers) + 1).padStart(4, '0')}`;
  const { reopens: _, ...before } = old.opened;
  const opened: Opened = {
    ...before,
    case: id,
    grade: old.grade,
    date,
    by,
    reopens: { case: closed, reason },
    repeats: [...before.repeats, closed],
    recordedAt,
  };
  return {
    ok: true,
    id,
    entries: [
      { kind: 'case-opened', body: opened },
      { kind: 'case-moved', body: { case: id, date, by, recordedAt, move: { move: 'register' } } },
    ],
  };
}
