import type { ControllerTraffic } from '../record.ts';
import { entriesOf } from './entries-of.ts';
import type { Entry } from './read-entries.ts';

/**
 * What was sent by a run that was killed before it could say so, counted from the exchanges that it wrote; what left in
 * its last moment is not among them.
 */
export function untoldTraffic(entries: readonly Entry[]): readonly ControllerTraffic[] {
  const toldUpTo = new Map(entriesOf(entries, 'traffic').map(({ body, number }) => [body.controller, number]));
  const untold = entriesOf(entries, 'exchange')
    .filter(({ body, number }) => number > (toldUpTo.get(body.controller) ?? 0))
    .map(({ body }) => body);
  return [...new Set(untold.map(({ controller }) => controller))].map((controller) => {
    const own = untold.filter((each) => each.controller === controller);
    const requests: Record<string, number> = {};
    for (const { kind } of own) requests[kind] = (requests[kind] ?? 0) + 1;
    return {
      controller,
      connections: Math.max(1, requests['connect'] ?? 0),
      requests,
      bytesOut: own.reduce((sum, { request }) => sum + request.length, 0),
      bytesIn: own.reduce((sum, { reply }) => sum + (reply?.length ?? 0), 0),
      peakPerSecond: peakOf(own.map(({ sent }) => sent.monotonicMs)),
      writes: 0,
      fromExchanges: true,
    };
  });
}

function peakOf(startsMs: readonly number[]): number {
  const sorted = startsMs.toSorted((a, b) => a - b);
  let [peak, first] = [0, 0];
  for (const [index, atMs] of sorted.entries()) {
    while (atMs - (sorted[first] ?? atMs) >= 1000) first += 1;
    peak = Math.max(peak, index - first + 1);
  }
  return peak;
}
