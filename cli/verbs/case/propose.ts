import { say } from '../../../src/messages/index.ts';
import { proposeLimit, registerState, workKinds } from '../../../src/rectification/index.ts';
import { calendarDate, shippedCalendar } from '../../../src/rules/index.ts';
import { exitCode } from '../../exit-code.ts';
import { openRegister } from '../../open-register.ts';
import { openSettings } from '../../open-settings.ts';
import type { Terminal } from '../../terminal.ts';

/** Prints the limit that the tool proposes for a case, step by step; writes nothing. */
export function propose(
  id: string,
  options: { readonly register: string; readonly from: string; readonly work?: string; readonly settings?: string },
  io: Terminal,
): number {
  const work = workKinds.find((kind) => kind === options.work);
  if (options.work !== undefined && work === undefined) {
    io.fail('cli.bad-option', { option: '--work', value: options.work, expected: workKinds.join(' ') });
    return exitCode.usage;
  }
  if (!calendarDate.safeParse(options.from).success) {
    io.fail('cli.bad-option', { option: '--from', value: options.from, expected: '2018-02-10' });
    return exitCode.usage;
  }
  const settings = openSettings(options.settings, io);
  const register = settings === undefined ? undefined : openRegister(options.register, io);
  if (settings === undefined || register === undefined) return exitCode.usage;
  try {
    const state = registerState(register.entries()).cases.get(id);
    if (state === undefined) {
      io.fail('rectification.no-case', { case: id });
      return exitCode.usage;
    }
    const { finding } = state.opened;
    const proposed = proposeLimit({ finding, grade: state.grade }, options.from, work, settings, shippedCalendar);
    if (proposed === undefined) {
      io.fail('rectification.no-limit', { case: id });
      return exitCode.usage;
    }
    for (const [index, step] of proposed.steps.entries()) io.print(`${index + 1}. ${say(step, io.language)}`);
    io.print(proposed.until);
    return exitCode.done;
  } finally {
    register.close();
  }
}
