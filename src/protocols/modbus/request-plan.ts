import type { PlannedRequest, RequestPlanner } from '../planned-request.ts';
import type { Endpoint, Target } from '../target.ts';
import { type Block, planBlocks } from './plan.ts';
import { slotsOf } from './slot.ts';
import { tables } from './table.ts';

/** What frames put around a PDU: MBAP header and unit; over RTU unit and check sum. */
const frameBytes = { modbus: 7, 'modbus-rtu': 3 } as const;
const longestPdu = 253;
const mostIdentityRequests = 16;

/** What is sent to a Modbus device, over TCP or RTU. */
export const modbusRequests: RequestPlanner = {
  opening: ({ endpoints: [endpoint] }) => [{ kind: 'connect', what: placeOf(endpoint), bytesOut: 0, bytesIn: 0 }],
  identity: (target) => (isRtu(target) ? [] : [{ ...identification, what: 'FC43/14 from 0' }]),
  followUps: (target) =>
    isRtu(target)
      ? []
      : [
          { ...identification, what: 'FC43/14 from {n}', most: mostIdentityRequests - 1 },
          { kind: 'identify', what: 'FC17', bytesOut: 8, bytesIn: 7 + longestPdu, most: 1 },
        ],
  reads: (target, points) =>
    planBlocks(slotsOf(points).slots, target.pacing.bridgeGap).map((block) => readOf(block, around(target))),
  otherParts: (target) =>
    [1, 2, 3, 4].map((code) => ({
      kind: 'read',
      what: `FC${code} {n}+{n}`,
      bytesOut: around(target) + 5,
      bytesIn: around(target) + longestPdu,
    })),
  closing: () => [],
  reconnections: (rounds) => 2 * rounds,
  busyRetries: 2,
};

const identification = { kind: 'identify', bytesOut: 11, bytesIn: 60, mostBytesIn: 7 + longestPdu } as const;

function readOf({ table, offset, count, slots }: Block, frame: number): PlannedRequest {
  const { functionCode, item } = tables[table];
  return {
    kind: 'read',
    what: `FC${functionCode} ${offset}+${count}`,
    bytesOut: frame + 5,
    bytesIn: frame + 2 + (item === 'register' ? 2 * count : Math.ceil(count / 8)),
    values: slots.length,
  };
}

function isRtu({ endpoints: [endpoint] }: Target): boolean {
  return endpoint.protocol === 'modbus-rtu';
}

function around(target: Target): number {
  return frameBytes[isRtu(target) ? 'modbus-rtu' : 'modbus'];
}

function placeOf(endpoint: Endpoint): string {
  if (endpoint.protocol === 'modbus') return `${endpoint.host}:${endpoint.port}`;
  if (endpoint.protocol !== 'modbus-rtu') throw new Error(`${endpoint.url} is no Modbus endpoint`);
  const { line } = endpoint;
  return line.by === 'serial' ? line.path : `${line.host}:${line.port}`;
}
