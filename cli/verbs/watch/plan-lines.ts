import { assumedAnswerMs, type ControllerRequests } from '../../../src/audit/index.ts';
import type { Terminal } from '../../terminal.ts';
import { requestLines } from '../check/list-requests.ts';
import type { WatchOptions } from './read-watch-options.ts';

/** What will be sent, in one line for each controller: what stands on the screen before anything connects. */
export function planLines(
  requests: readonly ControllerRequests[],
  { everyMs, forMs }: WatchOptions,
  io: Terminal,
): readonly string[] {
  return requests.map(({ controller, planned, ceiling }) => {
    const most = Math.max(1, ...planned.filter(({ kind }) => kind === 'read').map(({ count }) => count));
    const each = planned.filter(({ kind, count }) => kind === 'read' && count >= most - 2).length;
    return io.say('watching.plan', {
      controller,
      every: everyMs / 1000,
      each,
      minutes: Math.round(forMs / 6000) / 10,
      requests: ceiling.requests,
      bytes: ceiling.bytes,
    });
  });
}

/** The whole plan, as `check --requests` has it. */
export function printPlan(
  requests: readonly ControllerRequests[],
  { everyMs, forMs, json }: WatchOptions,
  io: Terminal,
): void {
  if (json) {
    io.print(JSON.stringify({ window: { ms: forMs, everyMs }, controllers: requests }, null, 2));
    return;
  }
  io.print(
    io.say('watching.requests-head', { every: everyMs / 1000, answer: assumedAnswerMs, minutes: forMs / 60_000 }),
  );
  for (const controller of requests) for (const line of requestLines(controller, io)) io.print(line);
  io.print(io.say('cli.requests-foot', { n: '{n}' }));
}
