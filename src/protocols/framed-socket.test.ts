import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { deadlineIn } from './deadline.ts';
import { FramedSocket, type FrameLengthOf } from './framed-socket.ts';
import { ReadOnlyViolation } from './read-only-guard.ts';

// A toy protocol: the first byte is the length of the whole frame; 0xEE can begin none.
const frameLengthOf: FrameLengthOf = ([first]) => (first === 0xee ? 'malformed' : first);
const forbiddenIn = (bytes: Uint8Array) => (bytes[1] === 0x66 ? 'order 66' : undefined);
const request = Uint8Array.of(2, 1);

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function peer(answer: (socket: Socket, request: Uint8Array) => void) {
  const seen: Uint8Array[] = [];
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      seen.push(Uint8Array.from(bytes));
      answer(socket, bytes);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no TCP port');
  const connection = async () => {
    if (sockets.length === 0) await once(server, 'connection');
    const [socket] = sockets;
    if (socket === undefined) throw new Error('no connection');
    return socket;
  };
  const deserted = async () => {
    const socket = await connection();
    if (!socket.closed) await once(socket, 'close');
  };
  return { port: address.port, seen, sockets, server, connection, deserted };
}

function framedSocket(port: number, signal = new AbortController().signal) {
  const socket = new FramedSocket({ controller: 'SIS', host: '127.0.0.1', port, forbiddenIn, signal });
  open.push(() => socket.close());
  return socket;
}

async function connected(answer: (socket: Socket, request: Uint8Array) => void, signal?: AbortSignal) {
  const far = await peer(answer);
  const near = framedSocket(far.port, signal);
  expect(await near.connect(deadlineIn(2000))).toBeUndefined();
  return { near, far };
}

const send = (near: FramedSocket, ms = 2000) => near.send(request, frameLengthOf, deadlineIn(ms));

describe('a framed socket', () => {
  it('gives one whole frame for one request, again and again', async () => {
    const { near } = await connected((socket) => socket.write(Uint8Array.of(3, 7, 8)));
    expect(await send(near)).toEqual({ ok: true, frame: Uint8Array.of(3, 7, 8) });
    expect(await send(near)).toEqual({ ok: true, frame: Uint8Array.of(3, 7, 8) });
    expect(near).toMatchObject({ isOpen: true, lost: undefined });
  });

  it('puts a frame together from segments of one byte', async () => {
    const { near } = await connected(async (socket) => {
      socket.setNoDelay(true);
      for (const byte of [4, 1, 2, 3]) {
        await new Promise<void>((resolve) => socket.write(Uint8Array.of(byte), () => resolve()));
      }
    });
    expect(await send(near)).toEqual({ ok: true, frame: Uint8Array.of(4, 1, 2, 3) });
  });

  it('drops the connection after a timeout, so that the late reply finds nobody', async () => {
    const { near, far } = await connected(() => undefined);
    const answer = await send(near, 50);
    expect(answer).toMatchObject({ fault: { kind: 'timeout', during: 'read' }, received: new Uint8Array() });
    expect(near.isOpen).toBe(false);
    await far.deserted();
    expect(await send(near)).toMatchObject({ ok: false, fault: { kind: 'timeout' } });
    expect(far.seen.length).toBe(1);
  });

  it('keeps what came of a frame that never ended', async () => {
    const { near } = await connected((socket) => socket.write(Uint8Array.of(9, 1)));
    expect(await send(near, 100)).toMatchObject({ ok: false, received: Uint8Array.of(9, 1) });
  });

  it('drops the connection when the bytes are no frame', async () => {
    const { near } = await connected((socket) => socket.write(Uint8Array.of(0xee, 1)));
    expect(await send(near)).toEqual({
      ok: false,
      fault: { kind: 'malformed-reply', what: 'no frame of this protocol' },
      received: Uint8Array.of(0xee, 1),
    });
    expect(near.isOpen).toBe(false);
  });

  it('gives the reply but trusts the connection no further when more bytes follow it', async () => {
    const { near } = await connected((socket) => socket.write(Uint8Array.of(2, 1, 2, 1)));
    expect(await send(near)).toEqual({ ok: true, frame: Uint8Array.of(2, 1) });
    expect(near).toMatchObject({
      isOpen: false,
      lost: { kind: 'malformed-reply', what: 'bytes behind the reply' },
    });
  });

  it('drops the connection when bytes come that nobody asked for', async () => {
    const { near, far } = await connected(() => undefined);
    (await far.connection()).write(Uint8Array.of(2, 1));
    await far.deserted();
    expect(near.lost).toEqual({ kind: 'malformed-reply', what: 'bytes that nobody asked for' });
  });

  it('ends a request at once when the far end closes or resets', async () => {
    const closing = await connected((socket) => socket.end());
    expect(await send(closing.near)).toMatchObject({ fault: { kind: 'unreachable', code: 'EOF' } });
    const resetting = await connected((socket) => socket.resetAndDestroy());
    expect(await send(resetting.near)).toMatchObject({ fault: { kind: 'unreachable', code: 'ECONNRESET' } });
  });

  it('names a refused connect', async () => {
    const { port, server } = await peer(() => undefined);
    await new Promise((resolve) => server.close(resolve));
    const near = framedSocket(port);
    const refused = { kind: 'unreachable', code: 'ECONNREFUSED' };
    expect(await near.connect(deadlineIn(2000))).toEqual(refused);
    expect(await send(near)).toMatchObject({ fault: refused });
  });

  it('destroys a connect that is too late, so that it cannot succeed afterwards', async () => {
    const far = await peer(() => undefined);
    const near = framedSocket(far.port);
    const late = near.connect(deadlineIn(5));
    // Timers run before the network in the next turn of the loop, so the deadline wins for certain.
    const busyUntilMs = performance.now() + 10;
    while (performance.now() < busyUntilMs);
    expect(await late).toMatchObject({ kind: 'timeout', during: 'connect' });
    await far.deserted();
    expect(near).toMatchObject({ isOpen: false, lost: { kind: 'timeout' } });
  });

  it('connects to nothing and sends nothing once the deadline has passed or the run is stopped', async () => {
    const { near, far } = await connected(() => undefined);
    expect(await send(near, 0)).toMatchObject({ fault: { kind: 'timeout', afterMs: 0 } });
    expect(await near.connect(deadlineIn(0))).toEqual({ kind: 'timeout', during: 'connect', afterMs: 0 });
    const stopped = framedSocket(far.port, AbortSignal.abort());
    expect(await stopped.connect(deadlineIn(1000))).toEqual({ kind: 'stopped', by: 'operator' });
    expect(far.seen).toEqual([]);
    expect(far.sockets.length).toBe(1);
  });

  it('gives up a request when the operator stops the run, and drops the connection', async () => {
    const stop = new AbortController();
    const { near, far } = await connected(() => stop.abort(), stop.signal);
    expect(await send(near)).toMatchObject({ fault: { kind: 'stopped', by: 'operator' } });
    expect(near.isOpen).toBe(false);
    expect(far.seen.length).toBe(1);
  });

  it('throws before forbidden bytes leave', async () => {
    const { near, far } = await connected((socket) => socket.write(Uint8Array.of(1)));
    const forbidden = near.send(Uint8Array.of(2, 0x66), frameLengthOf, deadlineIn(1000));
    await expect(forbidden).rejects.toThrow(ReadOnlyViolation);
    await expect(forbidden).rejects.toThrow('order 66');
    await send(near);
    expect(far.seen).toEqual([request]);
  });

  it('refuses a second request beside the first', async () => {
    const { near } = await connected(() => undefined);
    const first = send(near);
    await expect(send(near)).rejects.toThrow('in flight');
    await near.close();
    expect(await first).toMatchObject({ fault: { kind: 'unreachable', code: 'ECONNABORTED' } });
  });

  it('may be closed twice, and opens anew', async () => {
    const { near, far } = await connected((socket) => socket.write(Uint8Array.of(1)));
    await near.close();
    await near.close();
    expect(await near.connect(deadlineIn(1000))).toBeUndefined();
    expect(await send(near)).toMatchObject({ ok: true });
    expect(far.sockets.length).toBe(2);
  });

  it('leaves no listener on the signal of the run', async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    const { addEventListener, removeEventListener } = signal;
    Object.assign(signal, {
      addEventListener: (...args: Parameters<typeof addEventListener>) => {
        listeners += 1;
        addEventListener.apply(signal, args);
      },
      removeEventListener: (...args: Parameters<typeof removeEventListener>) => {
        listeners -= 1;
        removeEventListener.apply(signal, args);
      },
    });
    const { near } = await connected((socket) => socket.write(Uint8Array.of(1)), signal);
    for (let round = 0; round < 5; round++) await send(near);
    expect(listeners).toBe(0);
  });
});
