import { registerState, reopenCase } from '../../../src/rectification/index.ts';
import { type ActOptions, timeOf } from '../../act-options.ts';
import { appendEntries } from '../../append-entries.ts';
import { exitCode } from '../../exit-code.ts';
import { openRegister } from '../../open-register.ts';
import type { Terminal } from '../../terminal.ts';
import { caseLine } from './show-case.ts';

/** Opens a new case that goes on from a closed one. */
export function reopen(id: string, options: ActOptions & { readonly reason: string }, io: Terminal): number {
  const time = timeOf(options, io);
  const register = time === undefined ? undefined : openRegister(options.register, io);
  if (time === undefined || register === undefined) return exitCode.usage;
  try {
    const entries = register.entries();
    const { reason, by = '' } = options;
    const reopened = reopenCase(registerState(entries), id, { by, reason, ...time });
    if (!reopened.ok) {
      io.fail(reopened.because.key, reopened.because.with);
      return exitCode.usage;
    }
    const written = appendEntries(register, reopened.entries, entries.length, io);
    if (written === undefined) return exitCode.usage;
    const state = registerState([...entries, ...written]).cases.get(reopened.id);
    if (state !== undefined) io.print(caseLine(state, time.today, io));
    return exitCode.done;
  } finally {
    register.close();
  }
}
