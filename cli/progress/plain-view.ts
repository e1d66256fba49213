import type { Terminal } from '../terminal.ts';
import type { ProgressView } from './progress-view.ts';

/** Between two lines about the whole, where lines cannot be replaced (ms). */
const overallEveryMs = 10_000;

/** Plain lines for pipes, files and terminals without colour: no line holds an escape code, none is replaced. */
export function plainView(io: Pick<Terminal, 'note'>, nowMs: () => number): ProgressView {
  let saidAt = nowMs();
  return {
    row: () => undefined,
    settled: (_, words) => io.note(`  ${words}`),
    overall(words) {
      if (nowMs() - saidAt < overallEveryMs) return;
      saidAt = nowMs();
      io.note(`  ${words}`);
    },
    say: (words) => io.note(words),
    end: async () => undefined,
  };
}
