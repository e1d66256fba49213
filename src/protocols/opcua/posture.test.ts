import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closedPort } from '../../../fixtures/contracts/black-hole.ts';
import { missingOpcuaPoint, opcuaPoint, opcuaPoints } from '../../../fixtures/contracts/opcua-points.ts';
import { type PlainOpcuaServer, startPlainOpcuaServer } from '../../../fixtures/contracts/plain-opcua-server.ts';
import type { PointAddress } from '../address.ts';
import { systemClock } from '../clock.ts';
import { deadlineIn } from '../deadline.ts';
import type { Exchange } from '../exchange.ts';
import { probeEndpoint } from '../probe.ts';

const state = mkdtempSync(join(tmpdir(), 'tripline-probe-'));
process.env['XDG_STATE_HOME'] = state;

let server: PlainOpcuaServer;
beforeAll(async () => {
  server = await startPlainOpcuaServer();
}, 60_000);
afterAll(async () => {
  await server.stop();
  rmSync(state, { recursive: true, force: true });
});

async function probe(url: string, points: readonly PointAddress[]) {
  const taps: Exchange[] = [];
  const pacing = { gapMs: 0, maxInFlight: 1, connectTimeoutMs: 15_000, requestTimeoutMs: 15_000 };
  const report = await probeEndpoint(
    { controller: 'DCS', endpoints: [{ protocol: 'opcua', url }], pacing },
    points,
    {
      clock: systemClock,
      tap: (exchange) => taps.push(exchange),
      nextExchange: () => taps.length + 1,
      signal: new AbortController().signal,
    },
    deadlineIn(60_000),
  );
  return { report, taps };
}

describe('a probe of an OPC UA server', () => {
  it('tells endpoints, build, namespaces and limits, and remarks that it is open to everybody', async () => {
    const { report, taps } = await probe(server.url, []);
    expect(report.fault).toBeUndefined();
    expect(report.self).toMatchObject({ identity: { vendor: 'Plain' }, runState: 'run' });
    expect(report.opcua?.endpoints).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ mode: 'None', policy: 'None', users: expect.arrayContaining(['Anonymous']) }),
        expect.objectContaining({ mode: 'SignAndEncrypt', policy: 'Basic256Sha256' }),
      ]),
    );
    expect(report.opcua?.build).toMatchObject({ productName: 'Server', softwareVersion: '2.0' });
    expect(report.opcua?.namespaces).toContain('urn:tripline:test:plain');
    expect(report.opcua?.limits).toMatchObject({ MaxNodesPerRead: 7 });
    expect(report.opcua?.startedAt).toBeGreaterThan(Date.now() - 600_000);
    expect(report.remarks.map(({ key }) => key)).toEqual(['probe.open-and-anonymous']);
    expect(report.requests).toBe(taps.length);
    // Looking from outside opens no session: the only one is that of the look inside.
    expect(taps.filter(({ what }) => what.startsWith('CreateSession'))).toHaveLength(1);
  });

  it('tells who may write a point and that history is not served, and keeps what is not known apart', async () => {
    const { report } = await probe(server.url, [opcuaPoint('PT-101', 'ns=1;s=PT-101', 'float64'), missingOpcuaPoint]);
    const [writable, missing] = report.points;
    expect(writable).toMatchObject({
      observation: { kind: 'reading', value: 0.1 },
      accessLevel: expect.any(Number),
      userAccessLevel: expect.any(Number),
      history: { served: 'not-served' },
      remarks: [{ key: 'probe.user-may-write' }],
    });
    expect(missing).toMatchObject({
      observation: { kind: 'silence' },
      accessLevel: { kind: 'no-such-address' },
      userAccessLevel: { kind: 'no-such-address' },
      history: { served: 'unknown', fault: { kind: 'no-such-address' } },
      remarks: [],
    });
  });

  it('asks no more at once than the server allows', async () => {
    const { report, taps } = await probe(
      server.url,
      opcuaPoints.map(({ point }) => point),
    );
    expect(report.points.map(({ userAccessLevel }) => typeof userAccessLevel)).toEqual(opcuaPoints.map(() => 'number'));
    expect(report.points.map(({ history }) => history?.served)).toEqual(opcuaPoints.map(() => 'not-served'));
    // The server has a limit for history that it does not state: half as many, and no other fault.
    const refused = taps.filter(({ fault }) => fault !== undefined);
    expect(refused.map(({ what, fault }) => [what, fault?.kind])).toEqual([['HistoryRead 10 nodes', 'busy']]);
  });

  it('knows nothing, and says so, where nobody answers', async () => {
    const { report } = await probe(`opc.tcp://127.0.0.1:${await closedPort()}`, [missingOpcuaPoint]);
    expect(report.fault).toMatchObject({ kind: 'unreachable' });
    expect(report.opcua).toEqual({ endpoints: expect.objectContaining({ kind: 'unreachable' }) });
    expect(report.remarks.map(({ key }) => key)).toEqual(['probe.endpoints-unknown']);
    expect(report.points).toMatchObject([{ observation: { kind: 'silence' } }]);
  });
});
