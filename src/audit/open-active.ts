import type { Controller } from '../plant/index.ts';
import {
  deadlineIn,
  type Endpoint,
  type Fault,
  noTraffic,
  type Observation,
  type Reader,
  type ReaderWiring,
  type SelfReport,
  sumTraffic,
  type Target,
} from '../protocols/index.ts';
import type { EvidenceLog } from './evidence.ts';
import type { ControllerRecord } from './record.ts';

/** What opening is wired to; the readers come from outside so that an audit never names a protocol. */
export interface OpenWiring extends Omit<ReaderWiring, 'tap'> {
  readonly log: EvidenceLog;
  readonly openReader: (target: Target, wiring: ReaderWiring) => Promise<Reader>;
  readonly targetOf: (controller: Controller, endpoint: Endpoint) => Target;
}

/** What was seen of endpoints, and what it cost. */
export interface Standbys {
  readonly standby: ControllerRecord['standby'];
  /** So far: a reader that is still open goes on counting. */
  readonly traffic: Reader['traffic'];
}

/** The endpoint that is read, or why there is none. */
export type Opened = Standbys & {
  readonly endpoint: string;
  readonly self?: SelfReport;
} & (
    | { readonly reader: Reader; readonly fault?: never }
    | { readonly reader?: never; readonly fault: Fault; readonly at: Observation['at'] }
  );

type Seen = ControllerRecord['standby'][number];

/**
 * Looks once at each endpoint of a redundant controller that was not looked at yet: connects, asks what it says of itself,
 * leaves. One that does not answer is recorded with its fault.
 */
export async function lookAtOthers(
  controller: Controller,
  { endpoint: active, standby: before }: Opened,
  wiring: OpenWiring,
): Promise<Standbys> {
  const known = new Set([active, ...before.map(({ endpoint }) => endpoint)]);
  const standby: Seen[] = [];
  const { readers, traffic } = counted();
  for (const endpoint of controller.endpoints.filter(({ url }) => !known.has(url))) {
    const reader = await openIn(controller, endpoint, wiring);
    readers.push(reader);
    const { pacing } = controller;
    const fault = await reader.connect(deadlineIn(pacing.connectTimeoutMs));
    standby.push(
      fault === undefined
        ? { endpoint: endpoint.url, self: await reader.identify(deadlineIn(pacing.requestTimeoutMs * 8)) }
        : { endpoint: endpoint.url, fault },
    );
    await reader.close();
  }
  return { standby, traffic };
}

/** Readers of one controller, one after another, and what they sent together up to the moment of asking. */
function counted(): { readonly readers: Reader[]; readonly traffic: Reader['traffic'] } {
  const readers: Reader[] = [];
  return { readers, traffic: () => readers.map((reader) => reader.traffic()).reduce(sumTraffic, noTraffic) };
}

function openIn(controller: Controller, endpoint: Endpoint, wiring: OpenWiring): Promise<Reader> {
  const tap: ReaderWiring['tap'] = (exchange) => wiring.log.append('exchange', exchange);
  return wiring.openReader(wiring.targetOf(controller, endpoint), { ...wiring, tap });
}

/** In run, and of OPC UA servers one that serves data: levels 0 and 1 are maintenance and no data (Part 4 §6.6.2.4.2). */
function isInCharge({ runState, serviceLevel }: SelfReport): boolean {
  return runState !== 'stop' && (serviceLevel === undefined || serviceLevel > 1);
}

/**
 * Opens the endpoint that is in charge. Of a redundant pair that is the first one in run; a stand-by in stop is no
 * fault. Endpoints are looked at one after another: never two connections at once.
 */
export async function openActive(controller: Controller, wiring: OpenWiring): Promise<Opened> {
  const standby: Seen[] = [];
  let stopped: { endpoint: Endpoint; self: SelfReport } | undefined;
  const { readers, traffic } = counted();
  for (const endpoint of controller.endpoints) {
    const reader = await openIn(controller, endpoint, wiring);
    readers.push(reader);
    const fault = await reader.connect(deadlineIn(controller.pacing.connectTimeoutMs));
    if (fault !== undefined) {
      await reader.close();
      standby.push({ endpoint: endpoint.url, fault });
      continue;
    }
    const self = await reader.identify(deadlineIn(controller.pacing.requestTimeoutMs * 8));
    if (isInCharge(self) || controller.endpoints.length === 1) {
      return { reader, endpoint: endpoint.url, self, standby, traffic };
    }
    await reader.close();
    stopped ??= { endpoint, self };
    standby.push({ endpoint: endpoint.url, self });
  }
  if (stopped !== undefined) {
    // None is in run: the first one in stop is the one to judge.
    const { endpoint, self } = stopped;
    const reader = await openIn(controller, endpoint, wiring);
    readers.push(reader);
    const others = standby.filter((other) => other.endpoint !== endpoint.url);
    const fault = await reader.connect(deadlineIn(controller.pacing.connectTimeoutMs));
    if (fault === undefined) return { reader, endpoint: endpoint.url, self, standby: others, traffic };
    await reader.close();
    return { fault, at: wiring.clock.now(), endpoint: endpoint.url, self, standby: others, traffic };
  }
  const [first, ...others] = standby;
  const fault = first?.fault ?? { kind: 'unreachable', code: 'no endpoint' };
  return { fault, at: wiring.clock.now(), endpoint: controller.endpoints[0].url, standby: others, traffic };
}
