import type { PointAddress } from '../address.ts';
import type { PossibleRequest } from '../planned-request.ts';
import type { Endpoint, Target } from '../target.ts';
import { isWitnessed } from './is-witnessed.ts';

/** The longest telegram that nodes7 is allowed to agree on, in its envelope; a Modbus frame has at most 260 bytes. */
const longestTelegramBytes = 7 + 240;
const modbusFunctions = { coil: 1, discrete: 2, holding: 3, input: 4 } as const;
const longestModbusReplyBytes = 260;

/**
 * What a second implementation may send about these points over its one connection; none where the protocol has no second
 * one. Pure: loads neither of them.
 */
export function witnessRequests(target: Target, points: readonly PointAddress[]): readonly PossibleRequest[] {
  const [endpoint] = target.endpoints;
  if (endpoint.protocol !== 'modbus' && endpoint.protocol !== 's7') return [];
  const asked = points.filter((point) => isWitnessed(point, endpoint.protocol));
  if (asked.length === 0) return [];
  return [connectTo(endpoint), ...(endpoint.protocol === 's7' ? s7Requests(asked.length) : modbusRequests(asked))];
}

function connectTo({ host, port }: Extract<Endpoint, { protocol: 'modbus' | 's7' }>): PossibleRequest {
  return { kind: 'connect', what: `witness ${host}:${port}`, bytesOut: 0, bytesIn: 0, most: 1 };
}

function s7Requests(points: number): readonly PossibleRequest[] {
  return [
    { kind: 'session', what: 'witness COTP connect', bytesOut: 22, bytesIn: longestTelegramBytes, most: 1 },
    { kind: 'session', what: 'witness setup communication', bytesOut: 25, bytesIn: longestTelegramBytes, most: 1 },
    {
      kind: 'read',
      what: 'witness ReadVar {n} items',
      bytesOut: longestTelegramBytes,
      bytesIn: longestTelegramBytes,
      most: points,
    },
  ];
}

/** One request per point, with its own function; how many registers it takes is the point's. */
function modbusRequests(points: readonly PointAddress[]): readonly PossibleRequest[] {
  const codes = points.flatMap(({ address }) =>
    address.protocol === 'modbus' ? [modbusFunctions[address.table]] : [],
  );
  return [...new Set(codes)].map((code) => ({
    kind: 'read',
    what: `witness FC${code} {n}+{n}`,
    bytesOut: 12,
    bytesIn: longestModbusReplyBytes,
    most: codes.filter((each) => each === code).length,
  }));
}
