import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opcuaPoint } from '../../../fixtures/contracts/opcua-points.ts';
import { type PlainOpcuaServer, startPlainOpcuaServer } from '../../../fixtures/contracts/plain-opcua-server.ts';
import { systemClock } from '../clock.ts';
import { deadlineIn } from '../deadline.ts';
import type { Exchange } from '../exchange.ts';
import { ReadOnlyViolation } from '../read-only-guard.ts';
import { openOpcuaReader } from './index.ts';

process.env['XDG_STATE_HOME'] = join(tmpdir(), 'tripline-test-state');

let server: PlainOpcuaServer;
beforeAll(async () => {
  server = await startPlainOpcuaServer();
});
afterAll(() => server.stop());

const points = [opcuaPoint('PT-101', 'ns=1;s=PT-101', 'float64')];
const pacing = { gapMs: 0, maxInFlight: 1, connectTimeoutMs: 10_000, requestTimeoutMs: 10_000 };

async function connected(subscribes?: true) {
  const taps: Exchange[] = [];
  const reader = openOpcuaReader(
    { controller: 'DCS', endpoints: [{ protocol: 'opcua', url: server.url }], pacing },
    {
      clock: systemClock,
      tap: (exchange) => taps.push(exchange),
      nextExchange: () => taps.length + 1,
      signal: new AbortController().signal,
      ...(subscribes === undefined ? {} : { subscribes }),
    },
  );
  expect(await reader.connect(deadlineIn(20_000))).toBeUndefined();
  return { reader, taps };
}

describe('a subscription', () => {
  it('is refused before it leaves, for whoever is no watch', async () => {
    const { reader } = await connected();
    const before = server.requests.length;
    await expect(reader.subscribe?.(points, 1000, deadlineIn(5000))).rejects.toBeInstanceOf(ReadOnlyViolation);
    await reader.read(points, deadlineIn(5000));
    expect(server.requests.slice(before).map(({ what }) => what)).toEqual(['ReadRequest']);
    await reader.close();
  });

  it('of a watch tells what a point says, and again that nothing has changed', async () => {
    const { reader, taps } = await connected(true);
    const subscribed = await reader.subscribe?.(points, 1000, deadlineIn(5000));
    if (subscribed === undefined || 'kind' in subscribed) throw new Error(JSON.stringify(subscribed));
    const [first, again] = [await subscribed.next(deadlineIn(5000)), await subscribed.next(deadlineIn(5000))];
    const said = { kind: 'reading', tag: 'PT-101', value: 0.1, quality: 'good' };
    expect(first.at(-1)).toMatchObject([said]);
    expect(again).toMatchObject([[said]]);
    expect(again[0]?.[0]).toHaveProperty('sampledEveryMs');
    expect(again[0]?.[0]).not.toHaveProperty('sourceTime');
    expect(taps.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['CreateSubscription', 'CreateMonitoredItems 1 nodes', 'Publish']),
    );
    await reader.close();
    expect(server.requests.filter(({ what }) => /Write|Call|Modify/.test(what))).toEqual([]);
  });

  it('to a point that is not there is declined', async () => {
    const { reader } = await connected(true);
    const answer = await reader.subscribe?.([opcuaPoint('X', 'ns=1;s=none', 'float64')], 1000, deadlineIn(5000));
    expect(answer).toMatchObject({ kind: 'no-such-address' });
    await reader.close();
  });
});
