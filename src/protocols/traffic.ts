import type { Traffic } from './exchange.ts';

/** The traffic of somebody who has not connected. */
export const noTraffic: Traffic = {
  connections: 0,
  requests: {},
  bytesOut: 0,
  bytesIn: 0,
  peakPerSecond: 0,
  writes: 0,
};

/** The traffic of two connections together; the highest rate is that of the busier one, since they do not overlap. */
export function sumTraffic(a: Traffic, b: Traffic): Traffic {
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
