import {
  importAudit,
  type Moved,
  type NewEntry,
  type RegisterFile,
  refusalOf,
  registerState,
  type Settings,
} from '../../../src/rectification/index.ts';
import { appendEntries } from '../../append-entries.ts';
import type { Terminal } from '../../terminal.ts';
import type { RecheckTarget } from './find-targets.ts';
import type { ReadAgain } from './read-again.ts';

/** Writes what was read again into the register: the audit, and a reading on each case that waits for a person. */
export function recordVerdicts(
  register: RegisterFile,
  { cases }: RecheckTarget,
  { record, verdicts }: ReadAgain,
  {
    settings,
    ...time
  }: {
    readonly by: string;
    readonly date: string;
    readonly recordedAt: string;
    readonly settings: Settings;
  },
  io: Terminal,
): boolean {
  const entries = register.entries();
  const state = registerState(entries);
  const taken = importAudit(state, record, time, settings);
  if (!taken.ok) {
    io.fail(taken.because.key, taken.because.with);
    return false;
  }
  const audit = taken.entries.flatMap((entry) => (entry.kind === 'audit-imported' ? [entry.body.audit] : []))[0];
  if (audit === undefined) throw new Error('a re-inspection was taken in without its audit');
  const added: NewEntry[] = [...taken.entries];
  for (const { opened } of cases) {
    const now = state.cases.get(opened.case);
    const verdict = verdicts.get(opened.finding.outcome)?.verdict ?? 'unverifiable';
    const moved: Moved = { case: opened.case, ...time, move: { move: 'read-again', audit, verdict } };
    const refusal = now === undefined ? undefined : refusalOf(now, moved, time.date);
    if (refusal !== undefined) io.fail(refusal.key, refusal.with);
    else {
      added.push({ kind: 'case-moved', body: moved });
      io.note(io.say('rectification.recheck-waits', { case: opened.case }));
    }
  }
  return appendEntries(register, added, entries.length, io) !== undefined;
}
