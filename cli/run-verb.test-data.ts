import type { Language } from '../src/messages/index.ts';
import { listeningTerminal } from './listening-terminal.test-data.ts';
import { programOf } from './program.ts';

/** Runs a command line in this process and gives its exit code and everything that it said. */
export async function runVerb(
  argv: readonly string[],
  language: Language,
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const { io, out, err } = listeningTerminal(language);
  let code = -1;
  const program = programOf(io, async (work) => {
    code = await work();
  });
  await program.parseAsync([...argv], { from: 'user' });
  return { code, out: out.join('\n'), err: err.join('\n') };
}
