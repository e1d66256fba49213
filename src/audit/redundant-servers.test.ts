import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { opcuaPoint } from '../../fixtures/contracts/opcua-points.ts';
import type { SimulatedServer } from '../../fixtures/simulators/index.ts';
import { startOpcuaServer } from '../../fixtures/simulators/opcua/index.ts';
import type { Controller, Point } from '../plant/index.ts';
import {
  type Exchange,
  exchangeNumbers,
  type Fault,
  noTraffic,
  type Observation,
  openReader,
  parseEndpoint,
  type Reader,
  systemClock,
} from '../protocols/index.ts';
import { collect } from './collect.ts';
import type { AuditPlan } from './plan.ts';
import { isListed, planRequests } from './request-plan.ts';
import { MemoryLog } from './store/index.ts';

process.env['XDG_STATE_HOME'] = join(tmpdir(), 'tripline-test-state');

interface State {
  run: 'run' | 'stop';
  level: number;
  silent: boolean;
}
const states: readonly [State, State] = [
  { run: 'run', level: 255, silent: false },
  { run: 'run', level: 255, silent: false },
];
const address = opcuaPoint('TT-101', 'ns=2;s=TT-101', 'float32');
let servers: readonly SimulatedServer[] = [];

/** Each of the two gives its own value, so that the reading says from where it came. */
beforeAll(async () => {
  servers = await Promise.all(
    states.map((state, index) =>
      startOpcuaServer(
        {
          controller: 'DCS',
          points: [address],
          identity: {},
          clock: systemClock,
          valueOf: () => index + 1,
          statusOf: () => ({ quality: 'good', changedAt: Date.now() }),
          failureOf: () => undefined,
          runState: () => state.run,
          serviceLevel: () => state.level,
          clockSkewMs: () => 0,
          silent: () => state.silent,
        },
        { port: 0 },
      ),
    ),
  );
}, 60_000);
afterAll(() => Promise.all(servers.map((server) => server.close())));
beforeEach(() => {
  for (const state of states) Object.assign(state, { run: 'run', level: 255, silent: false });
});

const { tag, type } = address;
const declaredAt = { file: '', line: 1 };
const point: Point = {
  ...{ tag, written: tag, address: address.address, type, controller: 'DCS', role: 'measurement', via: 'direct' },
  declaredAt,
};
const plan: AuditPlan = {
  judgements: [],
  window: { ms: 0, everyMs: 100 },
  points: new Map([['DCS', { watched: [], once: [point] }]]),
};

function pair(): Controller {
  const [first, second] = servers.map(({ url }) => {
    const endpoint = parseEndpoint(url);
    if (!endpoint.ok) throw new Error('no endpoint');
    return endpoint.value;
  });
  if (first === undefined || second === undefined) throw new Error('two servers');
  const pacing = { gapMs: 0, maxInFlight: 1, connectTimeoutMs: 5000, requestTimeoutMs: 5000 };
  return { id: 'DCS', role: 'bpcs', via: 'direct', endpoints: [first, second], pacing, allowWitness: false };
}

async function look(change: (reader: Reader, opened: number) => Reader = (reader) => reader) {
  const exchanges: Exchange[] = [];
  let opened = 0;
  const controller = pair();
  const seen = await collect(controller, plan, {
    log: new MemoryLog(),
    openReader: async (target, wiring) => {
      opened += 1;
      const tap = (exchange: Exchange) => exchanges.push(exchange) && wiring.tap(exchange);
      return change(await openReader(target, { ...wiring, tap }), opened);
    },
    targetOf: ({ id, pacing }, endpoint) => ({ controller: id, endpoints: [endpoint], pacing }),
    progress: () => undefined,
    clock: systemClock,
    nextExchange: exchangeNumbers(),
    signal: new AbortController().signal,
  });
  const { planned, contingencies, ceiling } = planRequests(controller, plan);
  return { ...seen, exchanges, planned, contingencies, ceiling, value: valueIn(seen.observations.get(tag)?.at(-1)) };
}

function valueIn(observation: Observation | undefined) {
  return observation?.kind === 'reading' ? observation.value : observation?.fault;
}

const urls = () => servers.map(({ url }) => url);

describe('a pair of OPC UA servers', () => {
  it('is read at the first one that runs; then the other one is looked at, after the first connection has ended', async () => {
    const { controller, value, exchanges, planned, traffic, ceiling } = await look();
    expect(value).toBe(1);
    expect(controller.endpoint).toBe(urls()[0]);
    // Kept with the controller, and told while connecting: the requests below are all.
    expect(controller.self?.namespaces).toContain('http://opcfoundation.org/UA/');
    expect(controller.self?.endpoints).toEqual(
      expect.arrayContaining([
        { mode: 'None', policy: 'None', users: expect.arrayContaining(['Anonymous']) },
        { mode: 'Sign', policy: 'Basic256Sha256', users: expect.arrayContaining(['Anonymous']) },
      ]),
    );
    expect(controller.standby).toMatchObject([{ endpoint: urls()[1], self: { runState: 'run', serviceLevel: 255 } }]);
    // The plan, to the request, and in this order.
    const kinds = ['connect', 'session', 'session', 'identify', 'read', 'close', 'connect', 'session', 'session'];
    expect(exchanges.map(({ kind }) => kind)).toEqual([...kinds, 'identify', 'close']);
    expect(planned.reduce((sum, { count }) => sum + count, 0)).toBe(exchanges.length);
    expect(exchanges.filter((exchange) => !isListed(exchange, planned))).toEqual([]);
    expect(traffic.connections).toBe(2);
    expect(traffic.bytesIn + traffic.bytesOut).toBeLessThanOrEqual(ceiling.bytes);
  });

  it.each<[string, Partial<State>, object]>([
    ['is suspended', { run: 'stop' }, { runState: 'stop' }],
    ['has no data', { level: 1 }, { serviceLevel: 1 }],
    ['is in maintenance', { level: 0 }, { serviceLevel: 0 }],
  ])('is read at the second one where the first one %s, and each was looked at once', async (_, state, self) => {
    Object.assign(states[0], state);
    const { controller, value, exchanges } = await look();
    expect(value).toBe(2);
    expect(controller.endpoint).toBe(urls()[1]);
    expect(controller.standby).toMatchObject([{ endpoint: urls()[0], self }]);
    expect(exchanges.filter(({ kind }) => kind === 'connect')).toHaveLength(2);
  });

  it('has lost its redundancy where the other one does not answer; what was read stands', async () => {
    states[1].silent = true;
    const { controller, value } = await look();
    expect(value).toBe(1);
    expect(controller.fault).toBeUndefined();
    expect(controller.standby).toMatchObject([{ endpoint: urls()[1], fault: { kind: 'timeout' } }]);
  });

  it('is read at the first one where none is in charge, and the other one is on record', async () => {
    for (const state of states) state.run = 'stop';
    const { controller, value, exchanges, planned, contingencies } = await look();
    expect(value).toBe(1);
    expect(controller.self?.runState).toBe('stop');
    expect(controller.standby).toMatchObject([{ endpoint: urls()[1], self: { runState: 'stop' } }]);
    expect(exchanges.filter((exchange) => !isListed(exchange, [...planned, ...contingencies]))).toEqual([]);
  });

  it('says why the first one could not be opened again, counts the attempt, and closes it', async () => {
    for (const state of states) state.run = 'stop';
    const gone: Fault = { kind: 'unreachable', code: 'gone' };
    let closed = 0;
    const { controller, value, traffic } = await look((reader, opened) => {
      if (opened !== 3) return reader;
      reader.connect = async () => gone;
      reader.traffic = () => ({ ...noTraffic, connections: 1, bytesOut: 100_000 });
      reader.close = async () => {
        closed += 1;
      };
      return reader;
    });
    expect(value).toEqual(gone);
    expect(controller).toMatchObject({ endpoint: urls()[0], fault: gone, self: { runState: 'stop' } });
    expect(controller.standby).toMatchObject([{ endpoint: urls()[1], self: { runState: 'stop' } }]);
    expect(traffic.connections).toBe(3);
    expect(traffic.bytesOut).toBeGreaterThan(100_000);
    expect(closed).toBe(1);
  });

  it('where neither answers, says of each why', async () => {
    const { controller, value } = await look((reader, opened) => {
      reader.connect = async () => ({ kind: 'unreachable', code: `${opened}` });
      return reader;
    });
    expect(value).toEqual({ kind: 'unreachable', code: '1' });
    expect(controller).toMatchObject({ endpoint: urls()[0], fault: { code: '1' } });
    expect(controller.standby).toEqual([{ endpoint: urls()[1], fault: { kind: 'unreachable', code: '2' } }]);
  });
});
