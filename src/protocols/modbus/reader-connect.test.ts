import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { closedPort } from '../../../fixtures/contracts/black-hole.ts';
import {
  exceptionTo,
  ownAddresses,
  type ScriptedPeer,
  startScriptedPeer,
} from '../../../fixtures/wire/modbus-scripted-peer.ts';
import { systemClock } from '../clock.ts';
import { deadlineIn } from '../deadline.ts';
import type { Reader } from '../reader.ts';
import type { Endpoint } from '../target.ts';
import { openModbusReader } from './index.ts';
import { register, short } from './reader.test-data.ts';

const readers: Reader[] = [];
const peers: ScriptedPeer[] = [];
afterEach(async () => {
  for (const reader of readers.splice(0)) await reader.close();
  for (const peer of peers.splice(0)) await peer.stop();
});

const endpoint = (port: number, unit: number): Endpoint => ({
  protocol: 'modbus',
  url: `modbus://127.0.0.1:${port}?unit=${unit}`,
  host: '127.0.0.1',
  port,
  unit,
});

async function peerOfOwnAddresses(): Promise<ScriptedPeer> {
  const peer = await startScriptedPeer((socket, request) =>
    socket.write((request[7] ?? 0) > 4 ? exceptionTo(request, 1) : ownAddresses(request)),
  );
  peers.push(peer);
  return peer;
}

function readerOf(...endpoints: readonly [Endpoint, ...Endpoint[]]): Reader {
  const pacing = { gapMs: 0, maxInFlight: 1, connectTimeoutMs: 2000, requestTimeoutMs: 2000 };
  let last = 0;
  const reader = openModbusReader(
    { controller: 'GDS', endpoints, pacing },
    { clock: systemClock, tap: () => undefined, nextExchange: () => ++last, signal: new AbortController().signal },
  );
  readers.push(reader);
  return reader;
}

describe('connecting to a Modbus device', () => {
  it('takes the first endpoint of a redundant pair that answers, with its unit', async () => {
    const peer = await peerOfOwnAddresses();
    const reader = readerOf(endpoint(await closedPort(), 1), endpoint(peer.port, 7));
    expect(await reader.connect(deadlineIn(5000))).toBeUndefined();
    expect((await reader.read([register(5)], deadlineIn(5000))).map(short)).toEqual([5]);
    expect(peer.requests[0]?.[6]).toBe(7);
    expect((await reader.identify(deadlineIn(5000))).endpoint).toBe(`modbus://127.0.0.1:${peer.port}?unit=7`);
    expect(reader.traffic()).toMatchObject({ connections: 1, requests: { connect: 2 } });
  });

  it('gives the fault of the last endpoint when none answers', async () => {
    const reader = readerOf(endpoint(await closedPort(), 1), endpoint(await closedPort(), 1));
    expect(await reader.connect(deadlineIn(5000))).toEqual({ kind: 'unreachable', code: 'ECONNREFUSED' });
    expect((await reader.read([register(5)], deadlineIn(5000))).map(short)).toEqual(['unreachable']);
  });

  it('holds one connection, however often it is asked to connect', async () => {
    const peer = await peerOfOwnAddresses();
    const reader = readerOf(endpoint(peer.port, 1));
    await reader.connect(deadlineIn(5000));
    const gone = once(await firstOf(peer), 'close');
    await reader.connect(deadlineIn(5000));
    await gone;
    expect((await reader.read([register(5)], deadlineIn(5000))).map(short)).toEqual([5]);
  });

  it('connects to nothing by itself: reading before connecting is silence', async () => {
    const peer = await peerOfOwnAddresses();
    const reader = readerOf(endpoint(peer.port, 1));
    expect((await reader.read([register(5)], deadlineIn(1000))).map(short)).toEqual(['unreachable']);
    expect(peer.connections).toEqual([]);
  });
});

/** The connection is open on our side a moment before the peer has accepted it. */
async function firstOf(peer: ScriptedPeer) {
  for (let turn = 0; turn < 1000; turn++) {
    const [connection] = peer.connections;
    if (connection !== undefined) return connection;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('no connection');
}
