import type { Terminal } from '../terminal.ts';
import { plainView } from './plain-view.ts';
import type { ProgressView } from './progress-view.ts';

const silentView: ProgressView = {
  row: () => undefined,
  settled: () => undefined,
  overall: () => undefined,
  say: () => undefined,
  end: async () => undefined,
};

/** A list that is redrawn on a terminal, plain lines elsewhere and under NO_COLOR, nothing with `--quiet`. */
export async function openView(
  io: Terminal,
  nowMs: () => number,
): Promise<(ids: readonly string[], first: (id: string) => string) => ProgressView> {
  if (io.quiet === true) return () => silentView;
  if (io.isLive !== true) return () => plainView(io, nowMs);
  // Half of its cost is loading it: only where it is shown.
  const { liveView } = await import('./live-view.ts');
  return (ids, first) => liveView(ids, first);
}
