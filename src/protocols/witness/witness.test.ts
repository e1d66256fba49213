import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { modbusPoints } from '../../../fixtures/contracts/modbus-points.ts';
import { s7Points } from '../../../fixtures/contracts/s7-points.ts';
import type { Face, SimulatedServer } from '../../../fixtures/simulators/face.ts';
import { startModbusServer } from '../../../fixtures/simulators/modbus/index.ts';
import { startS7Server } from '../../../fixtures/simulators/s7/index.ts';
import type { PointAddress } from '../address.ts';
import { systemClock } from '../clock.ts';
import type { Value } from '../data-type.ts';
import { deadlineIn } from '../deadline.ts';
import type { Exchange } from '../exchange.ts';
import { ExchangeLedger } from '../exchange-ledger.ts';
import { parseEndpoint } from '../parse-endpoint.ts';
import { ReadOnlyViolation } from '../read-only-guard.ts';
import type { Target } from '../target.ts';
import { askWitness, mostWitnessRequests, type WitnessAnswer } from './ask-witness.ts';
import { Relay } from './relay.ts';
import { relayedProtocols } from './relayed-protocol.ts';

type Held = { readonly point: PointAddress; readonly value: Value };

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

function facing(held: readonly Held[]): Face {
  return {
    controller: 'PLC',
    points: held.map(({ point }) => ({ wordOrder: 'CDAB', ...point })),
    identity: {},
    clock: systemClock,
    valueOf: (tag) => {
      const found = held.find(({ point }) => point.tag === tag);
      if (found === undefined) throw new Error(`no point ${tag}`);
      return found.value;
    },
    statusOf: () => ({ quality: 'good', changedAt: 0 }),
    failureOf: () => undefined,
    runState: () => 'run',
    clockSkewMs: () => 0,
    silent: () => false,
  };
}

function targetAt(url: string, gapMs = 0): Target {
  const parsed = parseEndpoint(url);
  if (!parsed.ok) throw new Error(url);
  return {
    controller: 'PLC',
    endpoints: [parsed.value],
    wordOrder: 'CDAB',
    pacing: { gapMs, maxInFlight: 1, connectTimeoutMs: 2000, requestTimeoutMs: 2000 },
  };
}

function wired() {
  const taps: Exchange[] = [];
  return {
    taps,
    wiring: {
      clock: systemClock,
      tap: (exchange: Exchange) => taps.push(exchange),
      nextExchange: () => taps.length + 1,
      signal: new AbortController().signal,
    },
  };
}

async function serve(held: readonly Held[], start: typeof startS7Server): Promise<SimulatedServer> {
  const server = await start(facing(held), { port: 0 });
  ends.push(() => server.close());
  return server;
}

/** A TCP server whose every connection is handed to `onSocket`. */
async function listen(onSocket: (socket: Socket) => void): Promise<number> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    onSocket(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ends.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on TCP');
  return address.port;
}

const said = (answers: readonly WitnessAnswer[]) =>
  answers.map((answer) => ('value' in answer ? answer.value : answer.because.key));

describe('the witness', () => {
  it('reads what stands in a Modbus device, with modbus-serial, and its traffic is in the statement', async () => {
    const server = await serve(modbusPoints, startModbusServer);
    const { taps, wiring } = wired();
    const points = modbusPoints.map(({ point }) => point);
    const report = await askWitness(targetAt(server.url), points, wiring);
    expect(report.implementation).toBe('modbus-serial');
    expect(said(report.answers)).toEqual(modbusPoints.map(({ value }) => value));
    expect(report.traffic).toMatchObject({ connections: 1, requests: { connect: 1, read: points.length }, writes: 0 });
    expect(taps.map(({ what }) => what).every((what) => what.startsWith('witness '))).toBe(true);
    expect(server.requests).toHaveLength(points.length);
    expect(server.requests.every(({ kind }) => kind === 'read')).toBe(true);
  });

  it('reads what stands in an S7 controller, with nodes7, and says which types that does not know', async () => {
    const server = await serve(s7Points, startS7Server);
    const { wiring } = wired();
    const report = await askWitness(
      targetAt(server.url),
      s7Points.map(({ point }) => point),
      wiring,
    );
    expect(report.implementation).toBe('nodes7');
    const unknown = new Set(['int8', 'int64', 'uint64']);
    for (const [index, { point, value }] of s7Points.entries()) {
      const answer = report.answers[index];
      const isUnknown =
        unknown.has(point.type) ||
        (point.type === 'string' && point.address.protocol === 's7' && point.address.area !== 'DB');
      const expected = isUnknown ? 'witness.no-type' : value;
      expect(answer === undefined ? undefined : said([answer])[0], point.tag).toEqual(expected);
    }
    expect(report.traffic.connections).toBe(1);
    expect(server.requests.every(({ kind }) => kind === 'session' || kind === 'read')).toBe(true);
    const sent = Object.values(report.traffic.requests).reduce((sum, count) => sum + count, 0);
    expect(sent - 1).toBeLessThanOrEqual(mostWitnessRequests(s7Points.length));
  });

  it('keeps the pause of the pacing between the requests of somebody else', async () => {
    const held = modbusPoints.slice(0, 4);
    const server = await serve(held, startModbusServer);
    const { taps, wiring } = wired();
    await askWitness(
      targetAt(server.url, 60),
      held.map(({ point }) => point),
      wiring,
    );
    const gaps = taps.slice(1).map(({ sent }, index) => sent.monotonicMs - (taps[index]?.received?.monotonicMs ?? 0));
    expect(gaps).toHaveLength(4);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(59);
  });

  it('survives a child that crashes: nodes7 trips over the length of a failed item', async () => {
    const port = await listen((socket) => {
      socket.on('data', (request) => {
        if (request[5] === 0xe0) {
          socket.write(Buffer.from('0300001611d00001000100c0010ac1020100c2020102', 'hex'));
        } else if (request[17] === 0xf0) {
          const reference = request.subarray(11, 13);
          const head = Buffer.from('0300001b02f08032030000', 'hex');
          socket.write(Buffer.concat([head, reference, Buffer.from('000800000000f0000001000100f0', 'hex')]));
        } else {
          // Two items, the first one failed with a length of 4 and no data behind it, as a Snap7 server answers.
          const items = Buffer.from('0a050004' + 'ff040020' + '42f10000', 'hex');
          const head = Buffer.from([3, 0, 0, 21 + items.length, 2, 0xf0, 0x80, 0x32, 3, 0, 0]);
          const tail = Buffer.from([0, 2, 0, items.length, 0, 0, 4, 2]);
          socket.write(Buffer.concat([head, request.subarray(11, 13), tail, items]));
        }
      });
    });
    const points = [
      { tag: 'A', address: { protocol: 's7', area: 'DB', db: 1, byte: 0 }, type: 'float32' },
      { tag: 'B', address: { protocol: 's7', area: 'DB', db: 2, byte: 100 }, type: 'float32' },
    ] as const;
    const { wiring } = wired();
    const { answers } = await askWitness(targetAt(`s7://127.0.0.1:${port}?rack=0&slot=2`), points, wiring);
    expect(said(answers)).toEqual(['witness.broke-off', 'witness.broke-off']);
    expect(answers[0]).toMatchObject({ because: { with: { said: expect.stringContaining('RangeError') } } });
  });

  it('gives the fault of a controller that is not there as the reason', async () => {
    const { wiring } = wired();
    const points = modbusPoints.slice(0, 2).map(({ point }) => point);
    const { answers, traffic } = await askWitness(targetAt('modbus://127.0.0.1:1?unit=1'), points, wiring);
    expect(said(answers).every((key) => typeof key === 'string' && /fault-unreachable|witness\./.test(key))).toBe(true);
    expect(traffic.connections).toBe(0);
  });

  it('has nobody to ask about OPC UA', async () => {
    const { wiring } = wired();
    const target = targetAt('opc.tcp://127.0.0.1:4840');
    const point: PointAddress = { tag: 'A', address: { protocol: 'opcua', nodeId: 'ns=2;s=A' }, type: 'bool' };
    expect(said((await askWitness(target, [point], wiring)).answers)).toEqual(['witness.no-implementation']);
  });
});

describe('the relay', () => {
  async function relayTo(port: number, mostRequests = 10) {
    const { taps, wiring } = wired();
    const target = targetAt(`modbus://127.0.0.1:${port}?unit=1`);
    const ledger = new ExchangeLedger('PLC', wiring);
    const relay = await Relay.open({
      target,
      host: '127.0.0.1',
      port,
      protocol: relayedProtocols.modbus,
      ledger,
      signal: wiring.signal,
      deadline: deadlineIn(10_000),
      mostRequests,
    });
    ends.push(() => relay.close());
    const client = connect(relay.port, '127.0.0.1');
    client.on('error', () => undefined);
    ends.push(async () => client.destroy());
    return { relay, client, taps, ledger };
  }
  const read = Buffer.from('000100000006010300000001', 'hex');
  const answer = Buffer.from('0001000000050103020007', 'hex');

  it.each([
    ['a write of one register (FC6)', '000100000006010600000001'],
    ['a write of one coil (FC5)', '00010000000601050000ff00'],
    ['a write behind an allowed request', '000100000006010300000001000200000006010600000001'],
    ['bytes that are no frame', '000100000000'],
  ])('lets %s not pass', async (_name, hex) => {
    const reached: Buffer[] = [];
    const port = await listen((socket) =>
      socket.on('data', (bytes) => {
        reached.push(bytes);
        socket.write(answer);
      }),
    );
    const { relay, client } = await relayTo(port);
    client.resume();
    client.write(Buffer.from(hex, 'hex'));
    await once(client, 'close');
    expect(relay.violation).toBeInstanceOf(ReadOnlyViolation);
    expect(reached.map((bytes) => bytes[7]).filter((functionCode) => functionCode !== 3)).toEqual([]);
  });

  it('takes one client only, passes a reading request on, and counts it', async () => {
    const port = await listen((socket) => socket.on('data', () => socket.write(answer)));
    const { relay, client, taps, ledger } = await relayTo(port);
    client.write(read);
    const [reply] = await once(client, 'data');
    expect(reply).toEqual(answer);
    const second = connect(relay.port, '127.0.0.1');
    second.on('error', () => undefined);
    second.resume();
    await once(second, 'close');
    expect(taps.map(({ kind, what }) => [kind, what])).toEqual([
      ['connect', `witness 127.0.0.1:${port}`],
      ['read', 'witness FC3 0+1'],
    ]);
    expect(ledger.traffic()).toMatchObject({ connections: 1, bytesOut: 12, bytesIn: 11, writes: 0 });
  });

  it('ends the connection at the first request beyond what was announced', async () => {
    const reached: Buffer[] = [];
    const port = await listen((socket) =>
      socket.on('data', (bytes) => {
        reached.push(bytes);
        socket.write(answer);
      }),
    );
    const { relay, client } = await relayTo(port, 2);
    client.resume();
    client.write(Buffer.concat([read, read, read]));
    await once(client, 'close');
    expect(relay.fault).toEqual({ kind: 'stopped', by: 'budget' });
    expect(reached).toHaveLength(2);
  });

  it('opens no second connection to a controller that dropped the first', async () => {
    let connections = 0;
    const port = await listen((socket) => {
      connections += 1;
      socket.on('data', () => socket.destroy());
    });
    const { relay, client } = await relayTo(port);
    client.resume();
    client.write(Buffer.concat([read, read]));
    await once(client, 'close');
    expect(relay.fault).toMatchObject({ kind: 'unreachable' });
    expect(connections).toBe(1);
  });
});
