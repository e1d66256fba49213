import { say } from '../../../src/messages/index.ts';
import { computeLimit } from '../../../src/rules/index.ts';
import { exitCode } from '../../exit-code.ts';
import { openCalendar } from '../../open-calendar.ts';
import type { Terminal } from '../../terminal.ts';
import { readLimit, type WrittenLimit } from './read-limit.ts';

/** Prints the last day of a limit; with `explain` the steps, with `json` one document. Exit 2 where it must be refused. */
export async function runLimit(
  options: WrittenLimit & { readonly calendar?: string; readonly explain?: boolean; readonly json?: boolean },
  io: Terminal,
): Promise<number> {
  const limit = readLimit(options, io);
  const calendar = openCalendar(options.calendar, io);
  if (limit === undefined || calendar === undefined) return exitCode.usage;
  const computed = computeLimit(options.from, limit, calendar);
  if (options.json === true) {
    const sentences = computed.ok ? computed.steps : [computed.because];
    const steps = sentences.map((step) => ({ zh: say(step, 'zh'), en: say(step, 'en') }));
    const result = computed.ok
      ? { end: computed.end, steps }
      : { missingYear: computed.missingYear, because: steps[0] };
    io.print(JSON.stringify({ from: options.from, limit, ...result }, null, 2));
    return computed.ok ? exitCode.done : exitCode.usage;
  }
  if (!computed.ok) {
    io.fail(computed.because.key, computed.because.with);
    return exitCode.usage;
  }
  if (options.explain === true)
    for (const [index, step] of computed.steps.entries()) io.print(`${index + 1}. ${say(step, io.language)}`);
  io.print(computed.end);
  return exitCode.done;
}
