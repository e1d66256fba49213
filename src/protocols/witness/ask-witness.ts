import { type Text, text } from '../../messages/index.ts';
import type { PointAddress } from '../address.ts';
import type { Value } from '../data-type.ts';
import { deadlineIn } from '../deadline.ts';
import { describeFault } from '../describe-fault.ts';
import type { Traffic } from '../exchange.ts';
import { ExchangeLedger } from '../exchange-ledger.ts';
import type { ReaderWiring } from '../reader.ts';
import type { Endpoint, Target } from '../target.ts';
import { isWitnessed } from './is-witnessed.ts';
import type { WitnessQuestion } from './question.ts';
import { Relay } from './relay.ts';
import { relayedProtocols } from './relayed-protocol.ts';
import { type ChildEnd, runChild } from './run-child.ts';

/** What the second implementation read at one point, or why it has no value. */
export type WitnessAnswer =
  | { readonly tag: string; readonly value: Value }
  | { readonly tag: string; readonly because: Text };

/** What the second implementation said, one answer per point in the order asked, and what that cost. */
export interface WitnessReport {
  /** `none` where the protocol has only one implementation here. */
  readonly implementation: 'modbus-serial' | 'nodes7' | 'none';
  readonly answers: readonly WitnessAnswer[];
  readonly traffic: Traffic;
}

type Relayed = Extract<Endpoint, { protocol: 'modbus' | 's7' }>;

/** Starting a process on a busy machine, and ending a connection that nobody answers. */
const startAndEndMs = 20_000;

/**
 * Reads the points again with somebody else's implementation, in a child process and through a relay. Call it when our own
 * connection has been closed. The world's failures and the child's are reasons; a request that is not on the allow-list
 * throws a ReadOnlyViolation and has not left.
 */
export async function askWitness(
  target: Target,
  points: readonly PointAddress[],
  wiring: ReaderWiring,
): Promise<WitnessReport> {
  const ledger = new ExchangeLedger(target.controller, wiring, { budget: target.pacing.budget });
  const [endpoint] = target.endpoints;
  if (endpoint.protocol !== 'modbus' && endpoint.protocol !== 's7') {
    const because = text('witness.no-implementation', { protocol: endpoint.protocol });
    return { implementation: 'none', answers: points.map(({ tag }) => ({ tag, because })), traffic: ledger.traffic() };
  }
  const implementation = endpoint.protocol === 'modbus' ? 'modbus-serial' : 'nodes7';
  const asked = points.filter((point) => isWitnessed(point, endpoint.protocol));
  const { connectTimeoutMs, requestTimeoutMs, gapMs } = target.pacing;
  const deadline = deadlineIn(startAndEndMs + connectTimeoutMs + 4 * requestTimeoutMs + asked.length * (gapMs + 100));
  const relay = await Relay.open({
    target,
    host: endpoint.host,
    port: endpoint.port,
    protocol: relayedProtocols[endpoint.protocol],
    ledger,
    signal: wiring.signal,
    deadline,
    mostRequests: mostWitnessRequests(asked.length),
  });
  let child: ChildEnd;
  try {
    child =
      asked.length === 0
        ? { said: new Map(), end: { by: 'itself' } }
        : await runChild(questionOf(target, endpoint, asked, relay.port), deadline, wiring.signal);
  } finally {
    await relay.close();
  }
  if (relay.violation !== undefined) throw relay.violation;
  const answers = points.map((point): WitnessAnswer => {
    const { tag, type } = point;
    if (!asked.includes(point)) return { tag, because: text('witness.no-type', { implementation, type }) };
    const said = child.said.get(tag);
    if (said !== undefined && 'value' in said) return said;
    if (child.end.by === 'crash')
      return { tag, because: text('witness.broke-off', { implementation, said: child.end.words }) };
    if (relay.fault !== undefined) return { tag, because: describeFault(relay.fault) };
    if (child.end.by !== 'itself')
      return { tag, because: text(`witness.ended-by-${child.end.by}`, { implementation }) };
    return { tag, because: text('witness.unreadable', { implementation, said: said?.unreadable ?? '-' }) };
  });
  return { implementation, answers, traffic: ledger.traffic() };
}

/** The most requests that the witness may send about so many points, beside its one connect: a session, and one per point. */
export function mostWitnessRequests(points: number): number {
  return points + 2;
}

function questionOf(target: Target, endpoint: Relayed, asked: readonly PointAddress[], port: number): WitnessQuestion {
  const { gapMs, requestTimeoutMs, connectTimeoutMs } = target.pacing;
  // The relay waits for its turn, and connects, while the clock of the client already runs.
  const timeoutMs = gapMs + connectTimeoutMs + requestTimeoutMs + 1000;
  if (endpoint.protocol === 's7') {
    const { rack, slot } = endpoint;
    return { protocol: 's7', port, rack, slot, timeoutMs, points: asked };
  }
  const points = asked.map((point) => {
    const isOneRegister = point.type === 'bool' || point.type === 'int16' || point.type === 'uint16';
    const wordOrder = point.wordOrder ?? (isOneRegister ? undefined : target.wordOrder);
    return wordOrder === undefined ? point : { ...point, wordOrder };
  });
  return { protocol: 'modbus', port, unit: endpoint.unit, timeoutMs, points };
}
