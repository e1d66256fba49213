import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opcuaPoint } from '../../../fixtures/contracts/opcua-points.ts';
import { type PlainOpcuaServer, startPlainOpcuaServer } from '../../../fixtures/contracts/plain-opcua-server.ts';
import { browseEndpoint } from '../browse.ts';
import { systemClock } from '../clock.ts';
import { deadlineIn } from '../deadline.ts';
import type { Exchange } from '../exchange.ts';
import type { Pacing } from '../target.ts';
import { openOpcuaReader } from './reader.ts';

process.env['XDG_STATE_HOME'] = join(tmpdir(), 'tripline-test-state');

const count = 10_000;
let server: PlainOpcuaServer;
beforeAll(async () => {
  server = await startPlainOpcuaServer(count);
}, 120_000);
afterAll(() => server.stop());

function wired(more: Partial<Pacing> = {}) {
  const taps: Exchange[] = [];
  const pacing = { gapMs: 0, maxInFlight: 1, connectTimeoutMs: 30_000, requestTimeoutMs: 60_000, ...more };
  const target = { controller: 'DCS', endpoints: [{ protocol: 'opcua', url: server.url }], pacing } as const;
  const wiring = {
    clock: systemClock,
    tap: (exchange: Exchange) => taps.push(exchange),
    nextExchange: () => taps.length + 1,
    signal: new AbortController().signal,
  };
  return { target, wiring, taps };
}

describe('10,000 nodes', () => {
  it('are 10 Reads where the server bears 1000', async () => {
    const { target, wiring, taps } = wired();
    const reader = openOpcuaReader(target, wiring);
    await reader.connect(deadlineIn(60_000));
    const points = Array.from({ length: count }, (_, index) => opcuaPoint(`V${index}`, `ns=1;s=V${index}`, 'float64'));
    const seen = await reader.read(points, deadlineIn(120_000));
    await reader.close();
    const right = seen.filter(
      (each, index) => each.kind === 'reading' && each.tag === `V${index}` && each.value === index / 4,
    );
    expect(right).toHaveLength(count);
    const reads = taps.filter(({ kind }) => kind === 'read').map(({ what }) => what);
    expect(reads).toEqual(Array.from({ length: 10 }, () => 'Read 1000 nodes'));
  }, 180_000);

  const some = (nodes: number) =>
    Array.from({ length: nodes }, (_, index) => opcuaPoint(`V${index}`, `ns=1;s=V${index}`, 'float64'));

  it('keep the gap between the end of one Read and the next one, although that is asked for early', async () => {
    const { target, wiring, taps } = wired({ gapMs: 150 });
    const reader = openOpcuaReader(target, wiring);
    await reader.connect(deadlineIn(60_000));
    await reader.read(some(2500), deadlineIn(120_000));
    await reader.close();
    const reads = taps.filter(({ kind }) => kind === 'read');
    expect(reads).toHaveLength(3);
    for (const [index, { sent }] of reads.entries()) {
      const ended = reads[index - 1]?.received?.monotonicMs ?? Number.NEGATIVE_INFINITY;
      expect(sent.monotonicMs - ended).toBeGreaterThanOrEqual(149);
    }
  }, 180_000);

  it('are not asked for where the budget has no room for what they may take', async () => {
    const measured = wired();
    const first = openOpcuaReader(measured.target, measured.wiring);
    await first.connect(deadlineIn(60_000));
    const { bytesIn, bytesOut } = first.traffic();
    await first.close();
    // A Read of 1000 nodes may take 460 kB by the plan; one of 10 takes little.
    const { target, wiring } = wired({ budget: { requests: 100, bytes: bytesIn + bytesOut + 20_000 } });
    const reader = openOpcuaReader(target, wiring);
    await reader.connect(deadlineIn(60_000));
    const few = await reader.read(some(10), deadlineIn(60_000));
    expect(few.map(({ kind }) => kind)).toEqual(few.map(() => 'reading'));
    const many = await reader.read(some(1000), deadlineIn(60_000));
    expect(many[0]).toMatchObject({ kind: 'silence', fault: { kind: 'stopped', by: 'budget' } });
    await reader.close();
  }, 180_000);

  it('are browsed in at most 10 requests, each node once, and told by URI, path, type and rights', async () => {
    const { target, wiring, taps } = wired();
    const report = await browseEndpoint(target, wiring, deadlineIn(240_000), 100_000);
    expect(report).toMatchObject({ isWhole: true, unseen: [] });
    expect(report).not.toHaveProperty('fault');
    const browses = taps.filter(({ what }) => what.startsWith('Browse'));
    expect(browses.length).toBeGreaterThan(0);
    expect(browses.length).toBeLessThanOrEqual(10);
    const nodes = report?.nodes ?? [];
    expect(new Set(nodes.map(({ nodeId }) => nodeId)).size).toBe(nodes.length);
    expect(nodes.filter(({ path }) => /^\/Many\/V\d+$/.test(path))).toHaveLength(count);
    expect(nodes.find(({ path }) => path === '/Many/V7')).toEqual({
      nodeId: 'nsu=urn:tripline:test:plain;s=V7',
      path: '/Many/V7',
      nodeClass: 'Variable',
      dataType: 'Double',
      accessLevel: 3,
      userAccessLevel: 3,
    });
    expect(nodes.find(({ path }) => path === '/Many')).toEqual({
      nodeId: 'nsu=urn:tripline:test:plain;s=Many',
      path: '/Many',
      nodeClass: 'Object',
    });
    expect(server.requests.filter(({ kind }) => kind !== 'read')).toEqual([]);
  }, 300_000);

  it('are browsed no further than asked, which is not the whole', async () => {
    const { target, wiring } = wired();
    const report = await browseEndpoint(target, wiring, deadlineIn(120_000), 20);
    expect(report?.nodes).toHaveLength(20);
    expect(report?.isWhole).toBe(false);
  }, 180_000);
});
