import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDistortingProxy, type Treat } from '../../../fixtures/contracts/fault-matrix/distorting-proxy.ts';
import { opcuaPoint } from '../../../fixtures/contracts/opcua-points.ts';
import type { SimulatedServer } from '../../../fixtures/simulators/index.ts';
import { startOpcuaServer } from '../../../fixtures/simulators/opcua/index.ts';
import { systemClock } from '../clock.ts';
import { deadlineIn } from '../deadline.ts';
import { askOpcuaCertificates, openOpcuaReader, trustOpcuaCertificate } from './index.ts';

// A state folder of its own: what is trusted here is trusted nowhere else.
const state = mkdtempSync(join(tmpdir(), 'tripline-secured-'));
process.env['XDG_STATE_HOME'] = state;

const point = opcuaPoint('TT-101', 'ns=2;s=TT-101', 'float32');
let server: SimulatedServer;

const pacing = { gapMs: 0, maxInFlight: 1, connectTimeoutMs: 20_000, requestTimeoutMs: 20_000 };
let exchanges = 0;
const wiring = {
  clock: systemClock,
  tap: () => undefined,
  nextExchange: () => ++exchanges,
  signal: new AbortController().signal,
};

beforeAll(async () => {
  server = await startOpcuaServer(
    {
      controller: 'DCS',
      points: [point],
      identity: {},
      clock: systemClock,
      valueOf: () => 12.5,
      statusOf: () => ({ quality: 'good', changedAt: Date.now() }),
      failureOf: () => undefined,
      runState: () => 'run',
      clockSkewMs: () => 0,
      silent: () => false,
    },
    { port: 0 },
  );
  const target = { controller: 'DCS', endpoints: [{ protocol: 'opcua', url: server.url }], pacing } as const;
  const certificates = await askOpcuaCertificates(target, wiring, deadlineIn(20_000));
  if ('kind' in certificates) throw new Error('no certificate');
  for (const certificate of certificates) await trustOpcuaCertificate(certificate);
}, 60_000);
afterAll(async () => {
  await server.close();
  rmSync(state, { recursive: true, force: true });
});

const lengthOf = (received: Buffer) => (received.length < 8 ? 0 : received.readUInt32LE(4));
const twice: Treat = (reply, line) => line.send(Buffer.concat([reply, reply]));
const tampered: Treat = (reply, line) => {
  const copy = Buffer.from(reply);
  copy.writeUInt8(copy.readUInt8(40) ^ 0xff, 40);
  line.send(copy);
};
const replayed: Treat = (reply, line, earlier) => line.send(Buffer.concat([earlier, reply]));
const otherChannel: Treat = (reply, line) => {
  const copy = Buffer.from(reply);
  copy.writeUInt32LE(copy.readUInt32LE(8) + 1, 8);
  line.send(copy);
};

describe.each(['Sign', 'SignAndEncrypt'] as const)('over %s', (mode) => {
  it.each<[string, Treat, 12.5 | 'malformed-reply']>([
    ['a reply that comes twice', twice, 12.5],
    ['a reply that was changed on its way', tampered, 'malformed-reply'],
    ['an earlier reply before ours', replayed, 'malformed-reply'],
    ['a reply on another channel', otherChannel, 'malformed-reply'],
  ])(
    '%s gives no value of another request, and the next read is right',
    async (_, treat, expected) => {
      const proxy = await openDistortingProxy(Number(new URL(server.url).port), lengthOf);
      const url = `opc.tcp://127.0.0.1:${proxy.port}`;
      const security = { mode, policy: 'Basic256Sha256' } as const;
      const reader = openOpcuaReader(
        { controller: 'DCS', endpoints: [{ protocol: 'opcua', url }], pacing, security },
        wiring,
      );
      const read = async () => {
        const [seen] = await reader.read([point], deadlineIn(20_000));
        return seen?.kind === 'reading' ? seen.value : seen?.fault.kind;
      };
      try {
        expect(await reader.connect(deadlineIn(40_000))).toBeUndefined();
        expect(await read()).toBe(12.5);
        proxy.treat = treat;
        expect(await read()).toBe(expected);
        proxy.treat = undefined;
        expect(await read()).toBe(12.5);
        // The look at the certificate, the struck connection, and the one after it with a look of its own.
        expect(proxy.connections).toBe(4);
      } finally {
        await reader.close();
        await proxy.close();
      }
    },
    60_000,
  );
});
