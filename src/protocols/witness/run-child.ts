import { fork } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Deadline } from '../deadline.ts';
import { isWitnessSaid, type WitnessQuestion, type WitnessSaid } from './question.ts';

/** How a child process ended, and what it had said by then. */
export interface ChildEnd {
  readonly said: ReadonlyMap<string, WitnessSaid>;
  /** `crashed`: with the last words of its standard error. */
  readonly end: { readonly by: 'itself' | 'deadline' | 'operator' } | { readonly by: 'crash'; readonly words: string };
}

const mostWords = 4000;

/** Puts the question to a process of its own and waits for its end; kills it at the deadline or when the operator stops the run. */
export function runChild(question: WitnessQuestion, deadline: Deadline, signal: AbortSignal): Promise<ChildEnd> {
  // From dist it is JavaScript; from the sources (tests) tsx reads it.
  const isSource = import.meta.url.endsWith('.ts');
  const file = fileURLToPath(new URL(isSource ? './child.ts' : './child.js', import.meta.url));
  const child = fork(file, [], {
    cwd: dirname(file),
    execArgv: isSource ? ['--import', 'tsx'] : [],
    // It needs no secrets, so it gets none.
    env: Object.fromEntries(
      ['PATH', 'SystemRoot', 'TEMP', 'TMPDIR'].flatMap((name) => {
        const value = process.env[name];
        return value === undefined ? [] : [[name, value]];
      }),
    ),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const said = new Map<string, WitnessSaid>();
  let words = '';
  return new Promise((resolve) => {
    let killedBy: 'deadline' | 'operator' | undefined;
    const kill = (by: 'deadline' | 'operator') => {
      killedBy ??= by;
      child.kill('SIGKILL');
    };
    const onAbort = () => kill('operator');
    const timer = setTimeout(() => kill('deadline'), deadline.remainingMs());
    signal.addEventListener('abort', onAbort, { once: true });
    const finish = (end: ChildEnd['end']) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      resolve({ said, end });
    };
    child.stderr?.on('data', (chunk: Buffer) => {
      words = (words + chunk.toString('utf8')).slice(-mostWords);
    });
    child.on('message', (message) => {
      if (isWitnessSaid(message)) said.set(message.tag, message);
    });
    child.on('error', (error) => {
      words += `\n${error.name}: ${error.message}`;
    });
    child.on('close', (code) => {
      if (killedBy !== undefined) finish({ by: killedBy });
      else if (code === 0) finish({ by: 'itself' });
      else finish({ by: 'crash', words: errorIn(words) ?? `exit code ${code}` });
    });
    if (signal.aborted) kill('operator');
    else child.send(question, () => undefined);
  });
}

/** The line that names the error, without the path and the stack around it. */
function errorIn(words: string): string | undefined {
  return words
    .split('\n')
    .find((line) => /^\w*Error\b/.test(line))
    ?.slice(0, 300);
}
