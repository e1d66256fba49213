import { afterEach, describe, expect, it } from 'vitest';
import type { Face, PointFailure, SimulatedServer } from '../../../fixtures/simulators/index.ts';
import { startServer } from '../../../fixtures/simulators/index.ts';
import { say } from '../../../src/messages/index.ts';
import {
  deadlineIn,
  type Identity,
  type ProbePoint,
  parseEndpoint,
  probeEndpoint,
  systemClock,
  type Value,
} from '../../../src/protocols/index.ts';
import type { Terminal } from '../../terminal.ts';
import { probeAll } from './probe-all.ts';
import { showReport } from './show-report.ts';

const running: SimulatedServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

interface Device {
  readonly points: readonly ProbePoint[];
  readonly values: Readonly<Record<string, Value>>;
  readonly failures?: Readonly<Record<string, PointFailure>>;
  readonly identity: Identity;
}

async function start(protocol: 'modbus' | 's7', { points, values, failures = {}, identity }: Device) {
  const face: Face = {
    controller: 'X',
    points,
    identity,
    clock: systemClock,
    valueOf: (tag) => values[tag] ?? 0,
    statusOf: () => ({ quality: 'good', changedAt: 0 }),
    failureOf: (tag) => failures[tag],
    runState: () => 'run',
    clockSkewMs: () => 0,
    silent: () => false,
  };
  const server = await startServer(protocol, face, { port: 0 });
  running.push(server);
  return server;
}

function listening() {
  const out: string[] = [];
  const speak: Terminal['say'] = (key, values) => say(values === undefined ? { key } : { key, with: values }, 'zh');
  const io: Terminal = {
    language: 'zh',
    colour: false,
    width: 100,
    say: speak,
    print: (lines) => void out.push(lines),
    note: (lines) => void out.push(lines),
    fail: (key, values) => void out.push(speak(key, values)),
  };
  return { io, said: () => out.join('\n') };
}

/** The table of a probe with points, as `tripline probe <plant>` prints it. */
async function probed(server: SimulatedServer, points: readonly ProbePoint[]) {
  const endpoint = parseEndpoint(server.url);
  if (!endpoint.ok) throw new Error(`${server.url} is no endpoint`);
  const pacing = { gapMs: 0, maxInFlight: 1, connectTimeoutMs: 5000, requestTimeoutMs: 5000 };
  let last = 0;
  const wiring = {
    clock: systemClock,
    tap: () => undefined,
    nextExchange: () => ++last,
    signal: new AbortController().signal,
  };
  const target = { controller: 'X', endpoints: [endpoint.value], pacing } as const;
  const report = await probeEndpoint(target, points, wiring, deadlineIn(20_000));
  return showReport('X', report, listening().io);
}

const modbus = {
  points: [
    { tag: 'ODD', address: { protocol: 'modbus', table: 'holding', offset: 0 }, type: 'float32', wordOrder: 'CDAB' },
    { tag: 'GONE', address: { protocol: 'modbus', table: 'holding', offset: 40 }, type: 'uint16' },
  ],
  values: { ODD: 120.5 },
  failures: { GONE: 'no-such-address' },
  identity: { vendor: 'Huantai Instruments', model: 'GDS-32', firmware: 'V1.4' },
} as const satisfies Device;

const s7 = {
  points: [
    { tag: 'SP', address: { protocol: 's7', area: 'DB', db: 10, byte: 0 }, type: 'float32' },
    { tag: 'LOCKED', address: { protocol: 's7', area: 'DB', db: 11, byte: 0 }, type: 'float32' },
  ],
  values: { SP: 120.5, LOCKED: 1 },
  failures: { LOCKED: 'access-denied' },
  identity: {
    vendor: 'Siemens',
    model: '6ES7 412-5HK06-0AB0',
    serial: 'SVPD1234567',
    firmware: 'V6.0.7',
    name: 'SIS-U100',
    protectionLevel: 1,
  },
} as const satisfies Device;

describe('tripline probe at a Modbus device', () => {
  it('prints who it is, and that neither run state nor registers are taken for good', async () => {
    const server = await start('modbus', modbus);
    const { io, said } = listening();
    expect(await probeAll(server.url, false, io)).toBe(0);
    expect(said()).toContain('vendor=Huantai Instruments  model=GDS-32  firmware=V1.4');
    expect(said()).toContain('运行状态  不提供（不等于正常）');
    expect(said()).toContain('写请求 0 次');
    expect(server.requests.filter(({ kind }) => kind !== 'identity')).toEqual([]);
    expect(server.requests.length).toBeGreaterThan(0);
  });

  it('gives an odd value under all four word orders, and a hint where exception 2 came', async () => {
    const server = await start('modbus', modbus);
    // Declared the wrong way round, as a plant file may have it.
    const points = modbus.points.map((point) =>
      point.tag === 'ODD' ? { ...point, wordOrder: 'ABCD' as const } : point,
    );
    const table = await probed(
      server,
      points.map((point) => ({ ...point, plausible: { low: 0, high: 200 } })),
    );
    expect(table).toMatch(/四种字序：ABCD \S+ {2}CDAB 120\.5 {2}BADC \S+ {2}DCBA \S+/);
    expect(table).toContain(say({ key: 'probe.odd-value' }, 'zh'));
    expect(table).toContain(say({ key: 'probe.off-by-one' }, 'zh'));
  });

  it('gives JSON, one document, with the same', async () => {
    const server = await start('modbus', modbus);
    const { io, said } = listening();
    expect(await probeAll(server.url, true, io)).toBe(0);
    expect(JSON.parse(said())).toMatchObject([{ self: { identity: modbus.identity, runState: 'not-served' } }]);
  });
});

describe('tripline probe at an S7 CPU', () => {
  it('prints order number, serial, firmware, run state, protection and a clock without a zone', async () => {
    const server = await start('s7', s7);
    const { io, said } = listening();
    expect(await probeAll(server.url, false, io)).toBe(0);
    for (const part of ['model=6ES7 412-5HK06-0AB0', 'serial=SVPD1234567', 'firmware=V6.0.7', 'protectionLevel=1'])
      expect(said()).toContain(part);
    expect(said()).toContain('运行状态  运行');
    expect(said()).toMatch(/时钟 {6}\d{4}-\d\d-\d\dT[\d:.]+（无时区）/);
    expect(said()).toContain(say({ key: 'probe.unprotected' }, 'zh'));
    expect(server.requests.filter(({ kind }) => kind === 'write' || kind === 'unknown')).toEqual([]);
  });

  it('says what a denied and an absent block may be, and never to change the controller for it', async () => {
    const server = await start('s7', s7);
    const absent: ProbePoint = { tag: 'NONE', address: { protocol: 's7', area: 'DB', db: 99, byte: 0 }, type: 'int16' };
    const table = await probed(server, [...s7.points, absent]);
    expect(table).toContain('SP  120.5  float32');
    expect(table).toContain(say({ key: 'probe.put-get-or-optimized' }, 'zh'));
    expect(table).toContain(say({ key: 'probe.optimized' }, 'zh'));
    expect(table).toContain('在运行中的 SIS 上开启 PUT/GET 意味着下载硬件组态，不得为了核查而改动运行中的控制器');
  });

  it('hints at rack and slot where nobody answers, and is inconclusive', async () => {
    const server = await start('s7', s7);
    await running.pop()?.close();
    const { io, said } = listening();
    expect(await probeAll(server.url, false, io)).toBe(3);
    expect(said()).toContain(say({ key: 'probe.rack-slot' }, 'zh'));
    expect(said()).toContain('未连通');
  });

  it('gives JSON with the remarks in it', async () => {
    const server = await start('s7', s7);
    const { io, said } = listening();
    expect(await probeAll(server.url, true, io)).toBe(0);
    expect(JSON.parse(said())).toMatchObject([{ self: { identity: { serial: 'SVPD1234567' }, runState: 'run' } }]);
    expect(said()).toContain(say({ key: 'probe.unprotected' }, 'zh'));
  });
});
