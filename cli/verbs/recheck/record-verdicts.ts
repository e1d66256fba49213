import {
  importAudit,
  loadSettings,
  type Moved,
  type NewEntry,
  type RegisterFile,
  refusalOf,
  registerState,
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
  time: { readonly by: string; readonly date: string; readonly recordedAt: string },
  io: Terminal,
): boolean {
  const settings = loadSettings();
  if (!settings.ok) throw new Error('the settings that ship have faults');
  const entries = register.entries();
  const state = registerState(entries);
  const taken = importAudit(state, record, time, settings.settings);
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
