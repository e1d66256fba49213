import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opcuaPoint } from '../../fixtures/contracts/opcua-points.ts';
import { type PlainOpcuaServer, startPlainOpcuaServer } from '../../fixtures/contracts/plain-opcua-server.ts';
import type { Controller, Point } from '../plant/index.ts';
import { type Exchange, openReader, parseEndpoint, systemClock } from '../protocols/index.ts';
import { collect } from './collect.ts';
import type { AuditPlan } from './plan.ts';
import { isListed, planRequests } from './request-plan.ts';
import { MemoryLog } from './store/index.ts';

process.env['XDG_STATE_HOME'] = join(tmpdir(), 'tripline-test-state');

let server: PlainOpcuaServer;
beforeAll(async () => {
  server = await startPlainOpcuaServer();
}, 60_000);
afterAll(() => server.stop());

function pointAt(tag: string): Point {
  const { address, type } = opcuaPoint(tag, `ns=1;s=${tag}`, 'float64');
  return {
    tag,
    written: tag,
    address,
    type,
    controller: 'DCS',
    role: 'measurement',
    via: 'direct',
    declaredAt: { file: '', line: 1 },
  };
}

const names = ['recorded-long', 'recorded-short', 'recorded-never'];
const [long, short, never] = names.map(pointAt);
if (long === undefined || short === undefined || never === undefined) throw new Error('three points');
const pt = pointAt('PT-101');
const plan: AuditPlan = {
  judgements: [],
  window: { ms: 0, everyMs: 100 },
  points: new Map([['DCS', { watched: [], once: [long] }]]),
  posture: new Map([['DCS', { access: [long, pt], history: [{ days: 30, points: [long, short, never] }] }]]),
};

function controllerAt(url: string): Controller {
  const endpoint = parseEndpoint(url);
  if (!endpoint.ok) throw new Error('no endpoint');
  const pacing = { gapMs: 0, maxInFlight: 1, connectTimeoutMs: 10_000, requestTimeoutMs: 10_000 };
  return {
    id: 'DCS',
    role: 'bpcs',
    via: 'direct',
    endpoints: [endpoint.value],
    pacing,
    allowWitness: false,
  };
}

describe('an audit that asks what stands behind the values', () => {
  it('records it with its controller, and sends nothing that was not listed', async () => {
    const controller = controllerAt(server.url);
    const exchanges: Exchange[] = [];
    const log = new MemoryLog();
    let number = 0;
    const seen = await collect(controller, plan, {
      log,
      openReader: (target, wiring) =>
        openReader(target, { ...wiring, tap: (exchange) => exchanges.push(exchange) && wiring.tap(exchange) }),
      targetOf: ({ id, pacing }, endpoint) => ({ controller: id, endpoints: [endpoint], pacing }),
      progress: () => undefined,
      clock: systemClock,
      nextExchange: () => ++number,
      signal: new AbortController().signal,
    });
    expect(seen.controller.access).toMatchObject([
      { tag: 'recorded-long', writable: false },
      { tag: 'PT-101', writable: true },
    ]);
    expect(seen.controller.history).toMatchObject([
      { tag: 'recorded-long', days: 30, oldest: expect.any(Number) },
      { tag: 'recorded-short', days: 30, oldest: expect.any(Number) },
      { tag: 'recorded-never', days: 30, from: expect.any(Number) },
    ]);
    const { planned, contingencies, ceiling } = planRequests(controller, plan);
    const stray = exchanges.filter((exchange) => !isListed(exchange, [...planned, ...contingencies]));
    expect(stray.map(({ what }) => what)).toEqual([]);
    expect(planned.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['Read UserAccessLevel of 2 nodes', 'HistoryRead 3 nodes']),
    );
    expect(contingencies).toContainEqual(
      expect.objectContaining({ because: 'records', what: 'HistoryRead {n} nodes' }),
    );
    expect(exchanges.length).toBeLessThanOrEqual(ceiling.requests);
    expect(seen.traffic.bytesIn + seen.traffic.bytesOut).toBeLessThanOrEqual(ceiling.bytes);
  });

  it('asks for the records of a switch only where it was seen at one, and has listed that it may', async () => {
    const on = pointAt('switched-on');
    const switched: AuditPlan = {
      ...plan,
      points: new Map([['DCS', { watched: [], once: [on, pt] }]]),
      posture: new Map([['DCS', { access: [], history: [], past: [on, pt] }]]),
    };
    const controller = controllerAt(server.url);
    const exchanges: Exchange[] = [];
    let number = 0;
    const seen = await collect(controller, switched, {
      log: new MemoryLog(),
      openReader: (target, wiring) =>
        openReader(target, { ...wiring, tap: (exchange) => exchanges.push(exchange) && wiring.tap(exchange) }),
      targetOf: ({ id, pacing }, endpoint) => ({ controller: id, endpoints: [endpoint], pacing }),
      progress: () => undefined,
      clock: systemClock,
      nextExchange: () => ++number,
      signal: new AbortController().signal,
    });
    // PT-101 does not read 1, so nobody asks how long it has been.
    expect(seen.controller.past).toMatchObject([
      { tag: 'switched-on', records: [{ value: 1 }, { value: 1 }, { value: 0 }] },
    ]);
    expect(exchanges.filter(({ kind }) => kind === 'history').map(({ what }) => what)).toEqual(['HistoryRead 1 nodes']);
    const { planned, contingencies } = planRequests(controller, switched);
    expect(planned.filter(({ kind }) => kind === 'history')).toEqual([]);
    expect(contingencies).toContainEqual(
      expect.objectContaining({ because: 'past', what: 'HistoryRead {n} nodes', count: 1 }),
    );
    expect(exchanges.filter((exchange) => !isListed(exchange, [...planned, ...contingencies]))).toEqual([]);
  });
});
