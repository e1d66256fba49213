import type { Traffic } from '../../protocols/index.ts';
import type { ControllerTraffic } from '../record.ts';

/** The traffic of each controller over all runs of an audit, in the order in which they were first told. */
export function totalTraffic(runs: readonly ControllerTraffic[]): readonly ControllerTraffic[] {
  const totals = new Map<string, ControllerTraffic>();
  for (const run of runs) {
    const before = totals.get(run.controller);
    totals.set(run.controller, before === undefined ? run : both(before, run));
  }
  return [...totals.values()];
}

function both(a: ControllerTraffic, b: ControllerTraffic): ControllerTraffic {
  const witness =
    a.witness === undefined || b.witness === undefined ? (a.witness ?? b.witness) : sum(a.witness, b.witness);
  return {
    controller: a.controller,
    ...sum(a, b),
    ...(witness === undefined ? {} : { witness }),
    ...(a.fromExchanges === undefined && b.fromExchanges === undefined ? {} : { fromExchanges: true }),
  };
}

function sum(a: Traffic, b: Traffic): Traffic {
  const requests: Record<string, number> = { ...a.requests };
  for (const [kind, count] of Object.entries(b.requests)) requests[kind] = (requests[kind] ?? 0) + count;
  return {
    connections: a.connections + b.connections,
    requests,
    bytesOut: a.bytesOut + b.bytesOut,
    bytesIn: a.bytesIn + b.bytesIn,
    peakPerSecond: Math.max(a.peakPerSecond, b.peakPerSecond),
    writes: 0,
  };
}
