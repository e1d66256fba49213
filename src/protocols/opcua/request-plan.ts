import type { PointAddress } from '../address.ts';
import type { PlannedRequest, RequestPlanner } from '../planned-request.ts';
import type { Security, Target } from '../target.ts';

/** The nodes of one Read that the plan assumes before a server has stated its limit; we never ask for more. */
export const assumedNodesPerRead = 1000;

/** The nodes of one HistoryRead: few, since an archive may have to be searched for each. */
export const historyNodesPerRead = 10;

/** The records of one node that are asked for to tell how long it has been what it is. */
export const pastValuesPerNode = 100;

const open: Pick<Security, 'mode' | 'policy'> = { mode: 'None', policy: 'None' };
/** Bytes: an endpoint description holds the server's certificate, and a server may have a dozen of them. */
const certificates = { bytesOut: 2000, bytesIn: 8000, mostBytesIn: 80_000 } as const;
const farewell = { kind: 'close', bytesOut: 200, bytesIn: 200, mostBytesIn: 1000 } as const;
const goodbye: PlannedRequest = { ...farewell, what: 'CloseSession, CloseSecureChannel' };

/** What is sent to an OPC UA server, estimated on the wire. */
export const opcuaRequests: RequestPlanner = {
  opening: ({ security = open }) => [
    ...(security.mode === 'None' ? [] : [hello(open), { ...farewell, what: 'CloseSecureChannel' }]),
    hello(security),
    { kind: 'session', what: 'CreateSession, ActivateSession', ...certificates },
    { ...nodes(2), kind: 'session' },
  ],
  identity: () => [{ ...nodes(3), kind: 'identify', mostBytesIn: 4000 }],
  followUps: () => [],
  reads: (_: Target, points: readonly PointAddress[]) => {
    return inParts(points, assumedNodesPerRead).map((part) => ({ ...nodes(part.length), bytesOut: bytesOutOf(part) }));
  },
  access: (points) =>
    inParts(points, assumedNodesPerRead).map((part) => ({
      ...nodes(part.length),
      kind: 'identify',
      what: `Read UserAccessLevel of ${part.length} nodes`,
      bytesOut: bytesOutOf(part),
    })),
  history: (points) =>
    inParts(points, historyNodesPerRead).map((part) => ({
      ...nodes(part.length),
      kind: 'history',
      what: `HistoryRead ${part.length} nodes`,
      bytesOut: bytesOutOf(part),
    })),
  past: (points) =>
    inParts(points, historyNodesPerRead).map((part) => ({
      ...nodes(part.length),
      kind: 'history',
      what: `HistoryRead ${part.length} nodes`,
      bytesOut: bytesOutOf(part),
      bytesIn: 100 + 30 * pastValuesPerNode * part.length,
      mostBytesIn: 1000 + 100 * pastValuesPerNode * part.length,
    })),
  subscription: (points) => ({
    opening: [
      { kind: 'session', what: 'CreateSubscription', bytesOut: 130, bytesIn: 80, mostBytesIn: 1000 },
      {
        ...nodes(points.length),
        kind: 'session',
        what: `CreateMonitoredItems ${points.length} nodes`,
        bytesOut: bytesOutOf(points) + 60 * points.length,
      },
    ],
    round: [{ ...nodes(points.length), what: 'Publish', bytesOut: 150, values: 1 }],
  }),
  otherParts: () => [{ ...nodes(1), what: 'Read {n} nodes', bytesOut: 400, bytesIn: 200, mostBytesIn: 4000 }],
  closing: () => [goodbye],
  reconnections: () => 3,
  busyRetries: 0,
};

function hello({ mode, policy }: Pick<Security, 'mode' | 'policy'>): PlannedRequest {
  const channel = mode === 'None' ? mode : `${mode} ${policy}`;
  return { kind: 'connect', what: `Hello, OpenSecureChannel ${channel}, GetEndpoints`, ...certificates };
}

/** What a Read of so many nodes and its reply may take, bytes; long texts take more. */
export function mostBytesOfRead(count: number): readonly [bytesOut: number, mostBytesIn: number] {
  const { bytesOut, mostBytesIn = 0 } = nodes(count);
  return [bytesOut, mostBytesIn];
}

/** A DataValue with both timestamps and a number takes some 40 bytes; a long text more. */
function nodes(count: number): PlannedRequest {
  const [bytesOut, bytesIn, mostBytesIn] = [150 + 60 * count, 100 + 40 * count, 1000 + 400 * count];
  return { kind: 'read', what: `Read ${count} nodes`, bytesOut, bytesIn, mostBytesIn, values: count };
}

function inParts<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, part) => all.slice(part * size, (part + 1) * size));
}

function bytesOutOf(part: readonly PointAddress[]): number {
  return 150 + part.reduce((sum, point) => sum + nodeBytes(point), 0);
}

/** Node id, attribute, index range and data encoding in a Read. */
function nodeBytes({ address }: PointAddress): number {
  return 24 + (address.protocol === 'opcua' ? Buffer.byteLength(address.nodeId) : 0);
}
