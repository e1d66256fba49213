import type { PointAddress } from '../address.ts';
import type { PlannedRequest, RequestPlanner } from '../planned-request.ts';
import type { Endpoint, Target } from '../target.ts';
import { identityLists } from './identity.ts';
import { planMerged } from './plan.ts';
import { readVarRequest, readVarWords } from './read-var.ts';
import { runOf } from './run.ts';
import { longestPduBytes } from './setup.ts';
import { hex } from './szl.ts';
import { envelopeBytes, longestRunBytes, replyBytesOf, type Telegram } from './telegram.ts';

/** The telegram length in bytes that the plan assumes before any CPU has agreed to one: the shortest that CPUs have. */
export const assumedPduBytes = 240;

const mostFollowingPieces = 31;
const listBytes = { bytesOut: 33, bytesIn: 120, mostBytesIn: envelopeBytes + longestPduBytes } as const;

/** What is sent to an S7 CPU. */
export const s7Requests: RequestPlanner = {
  opening: ({ endpoints: [endpoint] }) => {
    const { host, port, rack, slot } = s7Of(endpoint);
    return [
      { kind: 'connect', what: `TCP ${host}:${port}`, bytesOut: 0, bytesIn: 0 },
      { kind: 'session', what: `COTP CR rack ${rack} slot ${slot}`, bytesOut: 22, bytesIn: 22 },
      { kind: 'session', what: 'Setup communication PDU {n}', bytesOut: 25, bytesIn: 27 },
    ];
  },
  identity: () => [
    ...lists.map(([kind, list]) => ({ kind, what: list, ...listBytes })),
    { kind: 'clock', what: 'Read clock', bytesOut: 29, bytesIn: 43 },
  ],
  followUps: () =>
    lists.map(([kind, list]) => ({ kind, what: `${list}, piece {n}`, ...listBytes, most: mostFollowingPieces })),
  reads: (target, points) => telegramsFor(target, points).map(readOf),
  otherParts: () => [
    {
      kind: 'read',
      what: 'ReadVar {n} items',
      bytesOut: envelopeBytes + longestPduBytes,
      bytesIn: envelopeBytes + longestPduBytes,
    },
    { kind: 'read', what: 'ReadVar {n} item', bytesOut: 31, bytesIn: envelopeBytes + longestPduBytes },
  ],
  closing: () => [],
  reconnections: (rounds) => 2 * rounds,
  busyRetries: 0,
};

const lists = (
  [
    ['identify', identityLists.module],
    ['identify', identityLists.component],
    ['identify', identityLists.protection],
    ['run-state', identityLists.mode],
  ] as const
).map(([kind, { id, index }]) => [kind, `SZL ${hex(id)} index ${hex(index)}`] as const);

function telegramsFor({ pacing }: Target, points: readonly PointAddress[]): readonly Telegram[] {
  const runs = points.flatMap((point, index) => {
    const run = runOf(point, index);
    return run.ok && run.value.length <= longestRunBytes(assumedPduBytes) ? [run.value] : [];
  });
  return planMerged(runs, { pduBytes: assumedPduBytes, gapBytes: pacing.bridgeGap ?? 0 });
}

function readOf(telegram: Telegram): PlannedRequest {
  return {
    kind: 'read',
    what: readVarWords(telegram),
    bytesOut: readVarRequest(1, telegram).length,
    bytesIn: replyBytesOf(telegram),
    values: telegram.reduce((sum, { runs }) => sum + runs.length, 0),
  };
}

function s7Of(endpoint: Endpoint): Extract<Endpoint, { protocol: 's7' }> {
  if (endpoint.protocol !== 's7') throw new Error(`${endpoint.url} is no S7 endpoint`);
  return endpoint;
}
