import { DefaultRenderer, Listr, ListrLogger, type ListrTaskWrapper, ProcessOutput } from 'listr2';
import type { ProgressView } from './progress-view.ts';

/** Lines go to standard error, whatever standard output is: that is for results. */
class OnStandardError extends DefaultRenderer {
  static override readonly nonTTY = true;
}

type Task = Pick<ListrTaskWrapper<unknown, typeof OnStandardError, typeof OnStandardError>, 'title'>;

interface Row {
  task?: Task;
  words: string;
  settle?: (error?: Error) => void;
  /** It ended before its task began. */
  ended?: { readonly error?: Error };
}

const whole = '';

/** A list that is drawn again in place, one line a controller, one for the whole; only for terminals. */
export function liveView(
  ids: readonly string[],
  first: (id: string) => string,
  { stdout, stderr }: { readonly stdout: NodeJS.WriteStream; readonly stderr: NodeJS.WriteStream } = process,
): ProgressView {
  const rows = new Map<string, Row>([whole, ...ids].map((id) => [id, { words: id === whole ? ' ' : first(id) }]));
  const list = new Listr(
    [...rows].map(([, row]) => ({
      title: row.words,
      task: (_: unknown, task: Task) =>
        new Promise<void>((resolve, reject) => {
          row.task = task;
          task.title = row.words;
          row.settle = (error) => (error === undefined ? resolve() : reject(error));
          if (row.ended !== undefined) row.settle(row.ended.error);
        }),
    })),
    {
      concurrent: true,
      exitOnError: false,
      // An interrupt belongs to the audit: it ends sessions, closes the record, and only then the process.
      registerSignalListeners: false,
      renderer: OnStandardError,
      rendererOptions: {
        collapseErrors: false,
        showErrorMessage: false,
        formatOutput: 'truncate',
        logger: new ListrLogger({ useIcons: true, toStderr: [], processOutput: new ProcessOutput(stderr, stdout) }),
      },
    },
  );
  const finished = list.run().then(
    () => undefined,
    () => undefined,
  );
  const say = (id: string, words: string) => {
    const row = rows.get(id);
    if (row === undefined) return;
    row.words = words;
    if (row.task !== undefined) row.task.title = words;
  };
  const settle = (id: string, error?: Error) => {
    const row = rows.get(id);
    if (row === undefined || row.ended !== undefined) return;
    row.ended = error === undefined ? {} : { error };
    row.settle?.(error);
  };
  return {
    row: say,
    settled(id, words, isGood) {
      say(id, words);
      settle(id, isGood ? undefined : new Error(words));
    },
    overall: (words) => say(whole, words),
    say: (words) => say(whole, words),
    async end() {
      for (const id of rows.keys()) settle(id);
      await finished;
    },
  };
}
