import { existsSync } from 'node:fs';
import { importAudit, registerState, type Settings } from '../../../src/rectification/index.ts';
import { type ActOptions, type ActTime, timeOf } from '../../act-options.ts';
import { appendEntries } from '../../append-entries.ts';
import { exitCode } from '../../exit-code.ts';
import { openRecord } from '../../open-record.ts';
import { openRegister } from '../../open-register.ts';
import { openSettings } from '../../open-settings.ts';
import type { Terminal } from '../../terminal.ts';

/** Takes audits into a register, one after another; one that is refused does not keep the others out. */
export function importAudits(files: readonly string[], options: ActOptions, io: Terminal): number {
  const time = timeOf(options, io);
  const settings = openSettings(options.settings, io);
  if (time === undefined || settings === undefined) return exitCode.usage;
  const created = existsSync(options.register) ? undefined : time.recordedAt;
  const register = openRegister(options.register, io, created);
  if (register === undefined) return exitCode.usage;
  let code: number = exitCode.done;
  try {
    for (const file of files) {
      const one = importOne(file, register, { time, settings, by: options.by ?? '' }, io);
      if (one !== exitCode.done) code = one;
    }
    return code;
  } finally {
    register.close();
  }
}

function importOne(
  file: string,
  register: NonNullable<ReturnType<typeof openRegister>>,
  { time, settings, by }: { readonly time: ActTime; readonly settings: Settings; readonly by: string },
  io: Terminal,
): number {
  const record = openRecord(file, io);
  if (record === undefined) return exitCode.usage;
  const entries = register.entries();
  const { date, recordedAt } = time;
  const taken = importAudit(registerState(entries), record, { by, date, recordedAt }, settings);
  if (!taken.ok) {
    io.fail(taken.because.key, taken.because.with);
    // What is in already is no fault of the user's.
    return taken.because.key === 'rectification.import-known' ? exitCode.done : exitCode.usage;
  }
  if (appendEntries(register, taken.entries, entries.length, io) === undefined) return exitCode.usage;
  const count = (kind: string) => taken.entries.filter((entry) => entry.kind === kind).length;
  const [first] = taken.entries;
  const skipped = first?.kind === 'audit-imported' ? Object.entries(first.body.withoutCase) : [];
  io.print(
    io.say('rectification.imported', {
      audit: record.header.id,
      enterprise: record.plant.enterprise.name,
      opened: count('case-opened'),
      seen: count('case-seen'),
    }),
  );
  for (const [weight, number] of skipped) io.note(io.say('rectification.imported-without-case', { weight, number }));
  return exitCode.done;
}
