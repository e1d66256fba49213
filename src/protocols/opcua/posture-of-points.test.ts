import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closedPort } from '../../../fixtures/contracts/black-hole.ts';
import { missingOpcuaPoint, opcuaPoint, opcuaPoints } from '../../../fixtures/contracts/opcua-points.ts';
import { type PlainOpcuaServer, startPlainOpcuaServer } from '../../../fixtures/contracts/plain-opcua-server.ts';
import { systemClock } from '../clock.ts';
import { deadlineIn } from '../deadline.ts';
import type { Exchange } from '../exchange.ts';
import { openOpcuaReader } from './reader.ts';

process.env['XDG_STATE_HOME'] = join(tmpdir(), 'tripline-test-state');

let server: PlainOpcuaServer;
beforeAll(async () => {
  server = await startPlainOpcuaServer();
}, 60_000);
afterAll(() => server.stop());

async function opened(url = server.url) {
  const taps: Exchange[] = [];
  const pacing = { gapMs: 0, maxInFlight: 1, connectTimeoutMs: 10_000, requestTimeoutMs: 10_000 };
  const reader = openOpcuaReader(
    { controller: 'DCS', endpoints: [{ protocol: 'opcua', url }], pacing },
    {
      clock: systemClock,
      tap: (exchange) => taps.push(exchange),
      nextExchange: () => taps.length + 1,
      signal: new AbortController().signal,
    },
  );
  await reader.connect(deadlineIn(20_000));
  return { reader, taps };
}

const soon = () => deadlineIn(15_000);
const dayMs = 86_400_000;
const writable = opcuaPoint('PT-101', 'ns=1;s=PT-101', 'float64');
const recorded = ['recorded-long', 'recorded-short', 'recorded-never'].map((tag) =>
  opcuaPoint(tag, `ns=1;s=${tag}`, 'float64'),
);

describe('what this user may do', () => {
  it('is told of each point: may write, may not, or why nobody knows', async () => {
    const { reader, taps } = await opened();
    const foreign = opcuaPoint('FOREIGN', 'nsu=urn:other;s=X', 'float64');
    const access = await reader.access?.([writable, foreign, ...recorded.slice(0, 1), missingOpcuaPoint], soon());
    await reader.close();
    expect(access).toMatchObject([
      { tag: 'PT-101', writable: true, exchange: expect.any(Number) },
      { tag: 'FOREIGN', fault: { kind: 'no-such-address' } },
      { tag: 'recorded-long', writable: false },
      { tag: missingOpcuaPoint.tag, fault: { kind: 'no-such-address' } },
    ]);
    expect(taps.filter(({ kind }) => kind === 'identify').map(({ what }) => what)).toEqual([
      'Read UserAccessLevel of 3 nodes',
    ]);
  });

  it('is asked in as few Reads as the server allows', async () => {
    const { reader, taps } = await opened();
    const points = opcuaPoints.map(({ point }) => point);
    const access = await reader.access?.(points, soon());
    await reader.close();
    expect(access?.map((each) => 'writable' in each)).toEqual(points.map(() => true));
    expect(taps.filter(({ kind }) => kind === 'identify')).toHaveLength(2);
  });

  it('is not known where nobody answers', async () => {
    const { reader } = await opened(`opc.tcp://127.0.0.1:${await closedPort()}`);
    expect(await reader.access?.([writable], soon())).toMatchObject([
      { tag: 'PT-101', fault: { kind: 'unreachable' } },
    ]);
    expect(await reader.history?.([writable], 0, soon())).toMatchObject([{ fault: { kind: 'unreachable' } }]);
  });
});

describe('how far back records go', () => {
  it('is told by the last record before the asked time, or the first one after it', async () => {
    const { reader, taps } = await opened();
    const from = Date.now() - 30 * dayMs;
    const history = await reader.history?.([...recorded, writable], from, soon());
    await reader.close();
    const [long, short, never, unserved] = history ?? [];
    expect(long).toMatchObject({ tag: 'recorded-long', from, exchange: expect.any(Number) });
    expect(daysBefore(long)).toBeGreaterThanOrEqual(31);
    expect(daysBefore(short)).toBeCloseTo(5, 1);
    expect(never).toMatchObject({ tag: 'recorded-never', from });
    expect(never).not.toHaveProperty('oldest');
    expect(unserved).toMatchObject({ tag: 'PT-101', fault: { kind: 'not-served' } });
    // The second one only for the two without a record that is old enough.
    expect(taps.filter(({ kind }) => kind === 'history').map(({ what }) => what)).toEqual([
      'HistoryRead 4 nodes',
      'HistoryRead 2 nodes',
    ]);
  });
});

describe('what was recorded', () => {
  const on = (tag: string) => opcuaPoint(tag, `ns=1;s=${tag}`, 'float64');
  const span = () => ({ from: Date.now() - 30 * dayMs, to: Date.now() });

  it('is told newest first, up to the first record that is not good, in one request; not served is a fault', async () => {
    const { reader, taps } = await opened();
    const foreign = opcuaPoint('FOREIGN', 'nsu=urn:other;s=X', 'float64');
    const asked = [on('switched-on'), on('switched-on-unseen'), foreign, on('recorded-never'), writable];
    const past = await reader.past?.(asked, span(), soon());
    await reader.close();
    const [switched, unseen, unknown, never, unserved] = past ?? [];
    const told = (each: typeof switched) =>
      each !== undefined && 'records' in each
        ? each.records.map(({ value, at }) => [value, Math.round((Date.now() - at) / dayMs)])
        : undefined;
    expect(told(switched)).toEqual([
      [1, 1],
      [1, 2],
      [0, 5],
    ]);
    // Nobody knows what it was while the server had no contact.
    expect(told(unseen)).toEqual([[1, 1]]);
    expect(unknown).toMatchObject({ tag: 'FOREIGN', fault: { kind: 'no-such-address' } });
    expect(told(never)).toEqual([]);
    expect(unserved).toMatchObject({ tag: 'PT-101', fault: { kind: 'not-served' } });
    expect(taps.filter(({ kind }) => kind === 'history').map(({ what }) => what)).toEqual(['HistoryRead 4 nodes']);
  });

  it('of another type than the declared one is no record', async () => {
    const { reader } = await opened();
    const past = await reader.past?.([{ ...on('switched-on'), type: 'int32' }], span(), soon());
    await reader.close();
    expect(past).toMatchObject([{ tag: 'switched-on', records: [] }]);
  });
});

function daysBefore(reach: object | undefined): number {
  const oldest = reach !== undefined && 'oldest' in reach ? Number(reach.oldest) : Number.NaN;
  return (Date.now() - oldest) / dayMs;
}
