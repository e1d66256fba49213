import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closedPort } from '../../../fixtures/contracts/black-hole.ts';
import { opcuaPoint, opcuaPoints } from '../../../fixtures/contracts/opcua-points.ts';
import {
  type PlainOpcuaServer,
  plainNodesPerRead,
  startPlainOpcuaServer,
} from '../../../fixtures/contracts/plain-opcua-server.ts';
import { systemClock } from '../clock.ts';
import { deadlineIn } from '../deadline.ts';
import type { Exchange } from '../exchange.ts';
import type { Observation } from '../observation.ts';
import type { Security, Target } from '../target.ts';
import { openOpcuaReader } from './index.ts';
import { ownCertificates } from './security.ts';

process.env['XDG_STATE_HOME'] = join(tmpdir(), 'tripline-test-state');

let server: PlainOpcuaServer;
beforeAll(async () => {
  server = await startPlainOpcuaServer();
});
afterAll(() => server.stop());

const pacing = { gapMs: 0, maxInFlight: 1, connectTimeoutMs: 10_000, requestTimeoutMs: 10_000 };

function open(urls: readonly [string, ...string[]], change: Partial<Target> = {}) {
  const taps: Exchange[] = [];
  const [first, ...others] = urls.map((url) => ({ protocol: 'opcua', url }) as const);
  if (first === undefined) throw new Error('no endpoint');
  const target: Target = { controller: 'DCS', endpoints: [first, ...others], pacing, ...change };
  const reader = openOpcuaReader(target, {
    clock: systemClock,
    tap: (exchange) => taps.push(exchange),
    nextExchange: () => taps.length + 1,
    signal: new AbortController().signal,
  });
  return { reader, taps, kinds: () => taps.map(({ kind }) => kind) };
}

async function connected(change: Partial<Target> = {}) {
  const opened = open([server.url], change);
  expect(await opened.reader.connect(deadlineIn(20_000))).toBeUndefined();
  return opened;
}

function plain(observation: Observation | undefined): unknown {
  if (observation?.kind !== 'reading') return observation?.fault;
  const { value, type, quality } = observation;
  return { value, type, quality };
}

const points = opcuaPoints.map(({ point }) => point);
const steady = opcuaPoint('PT-101', 'ns=1;s=PT-101', 'float64');

describe('what a careless reader would take for something else', () => {
  it.each<[string, ReturnType<typeof opcuaPoint>['type'], object]>([
    ['ns=1;s=uncertain', 'float64', { value: 3.25, type: 'float64', quality: 'uncertain' }],
    ['ns=1;s=bad-with-value', 'float64', { value: 9, type: 'float64', quality: 'bad' }],
    ['ns=1;s=bad-without-value', 'float64', { kind: 'refused', code: 0x80310000, name: 'BadNoCommunication' }],
    ['ns=1;s=at-its-limit', 'float64', { value: 100, type: 'float64', quality: 'good' }],
    ['ns=1;s=nan', 'float32', { value: Number.NaN, type: 'float32', quality: 'good' }],
    ['ns=1;s=minus-zero', 'float64', { value: -0, type: 'float64', quality: 'good' }],
    ['ns=1;s=integer', 'float64', { value: 3, type: 'int32', quality: 'good' }],
    ['ns=1;s=empty', 'float64', { kind: 'undecodable', what: 'no value' }],
    ['ns=1;s=array', 'float32', { kind: 'undecodable', what: 'Float Array' }],
    ['i=2256', 'int32', { kind: 'undecodable', what: 'ExtensionObject' }],
    ['i=2258', 'int64', { kind: 'undecodable', what: 'DateTime' }],
    // A folder has no value.
    ['i=85', 'int32', { kind: 'no-such-address', name: 'BadAttributeIdInvalid' }],
  ])('%s', async (written, type, expected) => {
    const { reader } = await connected();
    const [observation] = await reader.read([opcuaPoint('X', written, type)], deadlineIn(15_000));
    expect(plain(observation)).toEqual('kind' in expected ? expect.objectContaining(expected) : expected);
    await reader.close();
  });

  it('keeps the raw status, and the DataValue as the raw bytes', async () => {
    const { reader } = await connected();
    const [observation] = await reader.read([opcuaPoint('X', 'ns=1;s=at-its-limit', 'float64')], deadlineIn(15_000));
    if (observation?.kind !== 'reading') throw new Error('no reading');
    expect(observation.status).toEqual({ code: 0x00000200, name: 'Good#LimitHigh' });
    expect(JSON.parse(new TextDecoder().decode(observation.raw))).toMatchObject({
      status: { code: 0x00000200 },
      value: { type: 'Double', value: 100 },
    });
    await reader.close();
  });

  it('gives a source time of years ago as it is, and none where none was given; the server time always', async () => {
    const { reader } = await connected();
    const [old, timeless] = await reader.read(
      [opcuaPoint('OLD', 'ns=1;s=years-old', 'float64'), opcuaPoint('TIMELESS', 'ns=1;s=timeless', 'float64')],
      deadlineIn(15_000),
    );
    expect(old).toMatchObject({ sourceTime: Date.UTC(2009, 5, 1), serverTime: expect.any(Number) });
    expect(timeless).toMatchObject({ kind: 'reading', serverTime: expect.any(Number) });
    expect(timeless).not.toHaveProperty('sourceTime');
    await reader.close();
  });

  it('keeps the neighbours of a value that spoils the whole answer, and asks it alone from then on', async () => {
    const { reader, taps } = await connected();
    const asked = [...points.slice(0, 3), opcuaPoint('SPOILT', 'ns=1;s=spoilt', 'int16'), ...points.slice(3, 6)];
    const observations = await reader.read(asked, deadlineIn(10_000));
    const kinds = asked.map(({ tag }) => (tag === 'SPOILT' ? 'undecodable' : 'reading'));
    const kindOf = (it: Observation) => (it.kind === 'reading' ? 'reading' : it.fault.kind);
    expect(observations.map(kindOf)).toEqual(kinds);
    const before = taps.length;
    expect((await reader.read(asked, deadlineIn(10_000))).map(kindOf)).toEqual(kinds);
    expect(taps.slice(before).map(({ what }) => what)).toEqual(['Read 6 nodes', 'Read 1 nodes']);
    await reader.close();
  });
});

describe('a session', () => {
  it('asks no more nodes at once than the server allows', async () => {
    const { reader, taps } = await connected();
    await reader.read(points, deadlineIn(15_000));
    const reads = taps.filter(({ kind }) => kind === 'read').map(({ what }) => what);
    expect(reads).toEqual([`Read ${plainNodesPerRead} nodes`, `Read ${points.length - plainNodesPerRead} nodes`]);
    await reader.close();
  });

  it('asks fewer nodes at once where the server states no limit and has one', async () => {
    server.statesItsLimit = false;
    const { reader, taps } = await connected();
    server.statesItsLimit = true;
    const observations = await reader.read(points, deadlineIn(15_000));
    expect(observations.map(({ kind }) => kind)).toEqual(points.map(() => 'reading'));
    const reads = taps.filter(({ kind }) => kind === 'read').map(({ what, fault }) => [what, fault?.kind]);
    expect(reads).toEqual([
      ['Read 13 nodes', 'busy'],
      ['Read 7 nodes', undefined],
      ['Read 6 nodes', undefined],
    ]);
    await reader.close();
  });

  it('believes no answer that has not a value for every node', async () => {
    const { reader } = await connected();
    const asked = [steady, opcuaPoint('SWALLOWED', 'ns=1;s=swallowed', 'string')];
    const observations = await reader.read(asked, deadlineIn(15_000));
    expect(observations.map(plain)).toEqual(
      asked.map(() => ({ kind: 'malformed-reply', what: '1 values for 2 nodes' })),
    );
    await reader.close();
  });

  it('finds a namespace by its URI in the table of the server, which it reads once', async () => {
    const { reader, kinds } = await connected();
    const uri = 'urn:tripline:test:plain';
    const observations = await reader.read(
      [opcuaPoint('A', `nsu=${uri};s=PT-101`, 'float64'), opcuaPoint('B', 'nsu=urn:other;s=PT-101', 'float64')],
      deadlineIn(15_000),
    );
    await reader.read([opcuaPoint('A', `nsu=${uri};s=PT-101`, 'float64')], deadlineIn(15_000));
    expect(plain(observations[0])).toMatchObject({ value: 0.1 });
    expect(plain(observations[1])).toMatchObject({ kind: 'no-such-address' });
    expect(kinds()).toEqual(['connect', 'session', 'session', 'read', 'read']);
    await reader.close();
  });

  it('reports what the server says of itself', async () => {
    const { reader } = await connected();
    const before = Date.now();
    const report = await reader.identify(deadlineIn(15_000));
    expect(report).toMatchObject({
      endpoint: server.url,
      identity: { vendor: 'Plain', model: 'Server', firmware: '2.0' },
      runState: 'run',
      clock: { hasZone: true },
    });
    expect(Math.abs((report.clock?.says ?? 0) - before)).toBeLessThan(2000);
    await reader.close();
  });

  it('stays open when nothing is asked for longer than a connect or a request may take', async () => {
    const { reader, kinds } = await connected({
      pacing: { ...pacing, connectTimeoutMs: 2500, requestTimeoutMs: 2500 },
    });
    // Time itself is what this is about: the library's transport timeout also ends connections that are merely idle.
    await wait(3000);
    expect(plain((await reader.read([steady], deadlineIn(10_000)))[0])).toMatchObject({ value: 0.1 });
    expect(kinds().filter((kind) => kind === 'connect')).toHaveLength(1);
    await reader.close();
  });

  it('keeps the gap of the pacing', async () => {
    const { reader, taps } = await connected({ pacing: { ...pacing, gapMs: 120 } });
    await reader.read(points, deadlineIn(15_000));
    const [first, second] = taps.filter(({ kind }) => kind === 'read');
    expect((second?.sent.monotonicMs ?? 0) - (first?.received?.monotonicMs ?? 0)).toBeGreaterThanOrEqual(119);
    await reader.close();
  });

  it('sends nothing after the deadline', async () => {
    const { reader, taps } = await connected();
    const before = taps.length;
    expect(plain((await reader.read([steady], deadlineIn(0)))[0])).toMatchObject({ kind: 'timeout', during: 'read' });
    expect(taps).toHaveLength(before);
    await reader.close();
  });

  it('is opened at the second endpoint where the first is not there', async () => {
    const { reader } = open([`opc.tcp://127.0.0.1:${await closedPort()}`, server.url]);
    expect(await reader.connect(deadlineIn(15_000))).toBeUndefined();
    expect((await reader.identify(deadlineIn(15_000))).endpoint).toBe(server.url);
    await reader.close();
  });
});

describe('security', () => {
  const encrypted: Security = { mode: 'SignAndEncrypt', policy: 'Basic256Sha256' };

  it('sends nothing where a password would go over an open channel', async () => {
    const security: Security = { mode: 'None', policy: 'None', user: { name: 'auditor', password: 'secret-word' } };
    const { reader, taps } = open([server.url], { security });
    expect(await reader.connect(deadlineIn(15_000))).toMatchObject({
      kind: 'refused',
      name: 'BadSecurityModeInsufficient',
    });
    expect(taps).toEqual([]);
    await reader.close();
  });

  it('finds that the server has no such endpoint', async () => {
    const { reader } = open([server.url], { security: { mode: 'Sign', policy: 'Aes256_Sha256_RsaPss' } });
    expect(await reader.connect(deadlineIn(15_000))).toMatchObject({
      kind: 'refused',
      name: 'BadSecurityPolicyRejected',
    });
    await reader.close();
  });

  it('trusts no certificate by itself, works with a trusted one, and writes no password down', async () => {
    const shared = process.env['XDG_STATE_HOME'];
    const state = await mkdtemp(join(tmpdir(), 'tripline-trust-'));
    process.env['XDG_STATE_HOME'] = state;
    try {
      const stranger = open([server.url], { security: encrypted });
      expect(await stranger.reader.connect(deadlineIn(15_000))).toMatchObject({
        kind: 'refused',
        name: 'BadCertificateUntrusted',
      });
      expect(stranger.kinds()).toEqual(['connect', 'close']);
      expect(await readdir(join(state, 'tripline', 'pki', 'rejected'))).toHaveLength(1);

      const certificates = ownCertificates();
      await certificates.initialize();
      await certificates.trustCertificate(server.certificate);
      await certificates.dispose();
      const friend = open([server.url], { security: encrypted });
      expect(await friend.reader.connect(deadlineIn(10_000))).toBeUndefined();
      expect(plain((await friend.reader.read([steady], deadlineIn(15_000)))[0])).toMatchObject({ value: 0.1 });
      await friend.reader.close();

      const user = { name: 'auditor', password: 'secret-word' };
      const unknown = open([server.url], { security: { ...encrypted, user } });
      expect(await unknown.reader.connect(deadlineIn(10_000))).toMatchObject({ kind: 'access-denied' });
      const written = unknown.taps.map(({ request, reply }) => Buffer.concat([request, reply ?? Buffer.alloc(0)]));
      expect(Buffer.concat(written).toString()).toContain('auditor');
      expect(Buffer.concat(written).toString()).not.toContain('secret-word');
      await unknown.reader.close();
    } finally {
      process.env['XDG_STATE_HOME'] = shared;
      await rm(state, { recursive: true, force: true });
    }
  });
});

describe('a peer in trouble', () => {
  it.each<[string, 'malformed-reply' | 'unreachable', (socket: Socket) => void]>([
    [
      'speaks HTTP',
      'malformed-reply',
      (socket) => socket.write('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n'),
    ],
    [
      'speaks HTTP and hangs up',
      'malformed-reply',
      (socket) => socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n'),
    ],
    ['hangs up', 'unreachable', (socket) => socket.destroy()],
  ])('that %s is told as %s', async (_, kind, answer) => {
    const { url, close } = await listen((socket) => socket.on('data', () => answer(socket)));
    const { reader } = open([url]);
    expect(await reader.connect(deadlineIn(10_000))).toMatchObject({ kind });
    expect(plain((await reader.read([steady], deadlineIn(1000)))[0])).toMatchObject({ kind });
    await reader.close();
    await close();
  });

  it('times out when it answers half a message', async () => {
    // ACK, 28 bytes long by its own word, of which 8 come.
    const { url, close } = await listen((socket) => socket.on('data', () => socket.write('ACKF\x1c\0\0\0', 'latin1')));
    const { reader } = open([url], { pacing: { ...pacing, connectTimeoutMs: 300 } });
    expect(await reader.connect(deadlineIn(3000))).toMatchObject({ kind: 'timeout', during: 'connect' });
    await reader.close();
    await close();
  });

  it('leaves a Read that is on its way unreachable when it is killed, and at once', async () => {
    const relay = await openRelay(server.url);
    const { reader } = open([relay.url]);
    expect(await reader.connect(deadlineIn(15_000))).toBeUndefined();
    relay.hold();
    const reading = reader.read([steady], deadlineIn(15_000));
    await relay.asked();
    relay.cut();
    expect(plain((await reading)[0])).toMatchObject({ kind: 'unreachable' });
    await reader.close();
    await relay.close();
  });

  it('is left alone once it was silent: its late answer finds nobody', async () => {
    const relay = await openRelay(server.url);
    const { reader } = open([relay.url], { pacing: { ...pacing, requestTimeoutMs: 300 } });
    expect(await reader.connect(deadlineIn(15_000))).toBeUndefined();
    relay.hold();
    expect(plain((await reader.read([steady], deadlineIn(15_000)))[0])).toMatchObject({ kind: 'timeout' });
    await relay.deserted();
    await reader.close();
    await relay.close();
  });

  it('does not keep us from leaving', async () => {
    const relay = await openRelay(server.url);
    const { reader, taps } = open([relay.url]);
    expect(await reader.connect(deadlineIn(15_000))).toBeUndefined();
    relay.hold();
    await reader.close();
    expect(taps.at(-1)).toMatchObject({ kind: 'close', fault: { kind: 'timeout' } });
    await relay.deserted();
    await relay.close();
  });

  it('gets its session opened anew when it has lost it, but not again and again', async () => {
    const relay = await openRelay(server.url);
    const { reader, kinds } = open([relay.url]);
    expect(await reader.connect(deadlineIn(15_000))).toBeUndefined();
    const values: unknown[] = [];
    // A loss is noticed before a Read or by it: at most two rounds for each of the three times, and some more.
    for (let round = 0; round < 8; round++) {
      await relay.cutAll();
      values.push(plain((await reader.read([steady], deadlineIn(15_000)))[0]));
    }
    expect(values.filter((value) => JSON.stringify(value)?.includes('0.1'))).toHaveLength(3);
    expect(values.at(-1)).toMatchObject({ kind: 'unreachable' });
    expect(kinds().filter((kind) => kind === 'connect')).toHaveLength(4);
    await reader.close();
    await relay.close();
  });
});

async function listen(onSocket: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const listener: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    onSocket(socket);
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  return {
    url: `opc.tcp://127.0.0.1:${port}`,
    sockets,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}

/** A relay in front of a server that can hold its answers back, and cut the line. */
async function openRelay(url: string) {
  const port = Number(new URL(url).port);
  let isHeld = false;
  let onAsked: () => void = () => undefined;
  const relay = await listen((outside) => {
    const inside = connect({ port, host: '127.0.0.1' });
    inside.on('error', () => undefined);
    outside.on('data', (chunk) => {
      inside.write(chunk);
      onAsked();
    });
    inside.on('data', (chunk) => {
      if (!isHeld) outside.write(chunk);
    });
    outside.on('close', () => inside.destroy());
    inside.on('close', () => outside.destroy());
  });
  const gone = () => {
    const open = [...relay.sockets].filter(({ destroyed }) => !destroyed);
    return Promise.all(open.map((socket) => once(socket, 'close')));
  };
  const cut = () => {
    for (const socket of relay.sockets) socket.destroy();
  };
  return {
    ...relay,
    hold: () => {
      isHeld = true;
    },
    asked: () =>
      new Promise<void>((resolve) => {
        onAsked = resolve;
      }),
    cut,
    cutAll: async () => {
      const closing = gone();
      cut();
      await closing;
    },
    /** Resolves when the other side has dropped all its connections. */
    deserted: gone,
  };
}
