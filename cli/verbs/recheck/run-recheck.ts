import { simulatedClock, systemClock } from '../../../src/protocols/index.ts';
import { type RegisterFile, registerState } from '../../../src/rectification/index.ts';
import { localDate, localTime } from '../../../src/rules/index.ts';
import { exitCode } from '../../exit-code.ts';
import { openRegister } from '../../open-register.ts';
import { openSettings } from '../../open-settings.ts';
import type { Terminal } from '../../terminal.ts';
import { findTargets } from './find-targets.ts';
import { readAgain } from './read-again.ts';
import { recordVerdicts } from './record-verdicts.ts';

/** The options of `recheck`. */
export interface RecheckOptions {
  readonly due?: boolean;
  readonly register?: string;
  readonly by?: string;
  /** Where the evidence of earlier audits lies. */
  readonly audits: string;
  readonly plant?: string;
  readonly pack: readonly string[];
  readonly out: string;
  readonly simulatedTime?: string;
  readonly json?: boolean;
  readonly settings?: string;
}

/** Re-inspects a case, an audit, or everything that is due: 0 all 已整改, 1 any 未整改, else 3. */
export async function runRecheck(target: string | undefined, options: RecheckOptions, io: Terminal): Promise<number> {
  const simulated = options.simulatedTime === undefined ? undefined : Date.parse(options.simulatedTime);
  if (simulated !== undefined && Number.isNaN(simulated)) {
    const expected = '2018-02-01T10:00:00+08:00';
    io.fail('cli.bad-option', { option: '--simulated-time', value: options.simulatedTime ?? '', expected });
    return exitCode.usage;
  }
  if ((target === undefined) !== (options.due === true)) {
    io.fail('rectification.recheck-what');
    return exitCode.usage;
  }
  if (options.register !== undefined && options.by === undefined) {
    io.fail('cli.missing-argument', { what: '--by' });
    return exitCode.usage;
  }
  const settings = openSettings(options.settings, io);
  if (settings === undefined) return exitCode.usage;
  const clock = simulated === undefined ? systemClock : simulatedClock(simulated);
  let register: RegisterFile | undefined;
  if (options.register !== undefined) {
    register = openRegister(options.register, io);
    if (register === undefined) return exitCode.usage;
  }
  try {
    const today = localDate(clock.now().utc);
    const cases = register === undefined ? [] : [...registerState(register.entries()).cases.values()];
    const targets = findTargets(target, cases, { today, audits: options.audits, due: options.due === true }, io);
    if (targets === undefined) return exitCode.usage;
    if (targets.length === 0) io.note(io.say('rectification.recheck-nothing-due'));
    const codes: number[] = [];
    for (const one of targets) {
      const done = await readAgain(one, { ...options, clock }, io);
      if (typeof done === 'number') {
        codes.push(done);
        continue;
      }
      codes.push(done.code);
      if (register !== undefined) {
        const time = { date: today, recordedAt: localTime(clock.now().utc), by: options.by ?? '' };
        if (!recordVerdicts(register, one, done, { ...time, settings }, io)) codes.push(exitCode.usage);
      }
    }
    // A failure of the tool outranks every verdict, 未整改 outranks doubt.
    const order = [exitCode.interrupted, exitCode.usage, exitCode.notSatisfied, exitCode.inconclusive, exitCode.done];
    return order.find((code) => codes.includes(code)) ?? exitCode.done;
  } finally {
    register?.close();
  }
}
