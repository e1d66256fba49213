import { once } from 'node:events';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ownAddresses, replyTo } from '../../../fixtures/wire/modbus-scripted-peer.ts';
import { deadlineIn } from '../deadline.ts';
import { type Opened, openAgainst, register, short } from './reader.test-data.ts';

const opened: Opened[] = [];
afterEach(async () => {
  for (const it of opened.splice(0)) await it.close();
});

async function connected(...args: Parameters<typeof openAgainst>): Promise<Opened> {
  const it = await openAgainst(...args);
  opened.push(it);
  expect(await it.reader.connect(deadlineIn(5000))).toBeUndefined();
  return it;
}

/** Two registers far apart: two requests, whose right answers are 100 and 200. */
const two = [register(100), register(200)];

/** What a peer does with the first request; from the second on it answers rightly. */
type Misdeed = (socket: Socket, request: Uint8Array) => void;

const altered =
  (change: (frame: Uint8Array) => Uint8Array): Misdeed =>
  (socket, request) =>
    socket.write(change(ownAddresses(request)));
const cut = (bytes: number) => altered((frame) => frame.subarray(0, frame.length - bytes));
const write =
  (bytes: Uint8Array | string): Misdeed =>
  (socket) =>
    socket.write(bytes);

/** Whatever becomes of the first value, it is never a wrong one, and the second is right. */
const misdeeds: readonly [string, Misdeed, unknown, string?][] = [
  ['no reply', () => undefined, 'timeout'],
  ['a reply that is cut off in its value', cut(1), 'timeout'],
  ['a reply that is cut off in its header', cut(8), 'timeout'],
  ['a longer reply than its length field says', altered((frame) => Uint8Array.of(...frame, 0, 0)), 100],
  ['the transaction id of another request', altered((frame) => frame.with(1, 99)), 'malformed-reply', 'transaction id'],
  ['the transaction id plus 256', altered((frame) => frame.with(0, 1)), 'malformed-reply', 'transaction id'],
  ['another unit', altered((frame) => frame.with(6, 2)), 'malformed-reply', 'unit'],
  [
    'an exception of another unit',
    (socket, request) => socket.write(replyTo(request, [0x83, 2]).with(6, 2)),
    'malformed-reply',
    'unit',
  ],
  ['a protocol id that is not 0', altered((frame) => frame.with(3, 1)), 'malformed-reply', 'protocol id'],
  ['another function', altered((frame) => frame.with(7, 4)), 'malformed-reply', 'function code'],
  ['a larger byte count than what came', altered((frame) => frame.with(8, 4)), 'malformed-reply', 'byte count'],
  [
    'fewer registers than asked',
    (socket, request) => socket.write(replyTo(request, [3, 0])),
    'malformed-reply',
    'byte count',
  ],
  [
    'an odd byte count',
    (socket, request) => socket.write(replyTo(request, [3, 1, 7])),
    'malformed-reply',
    'byte count',
  ],
  [
    'more registers than asked',
    (socket, request) => socket.write(replyTo(request, [3, 4, 0, 1, 0, 2])),
    'malformed-reply',
    'byte count',
  ],
  [
    'an exception without its code',
    (socket, request) => socket.write(replyTo(request, [0x83])),
    'malformed-reply',
    'exception length',
  ],
  [
    'an exception with more behind it',
    (socket, request) => socket.write(replyTo(request, [0x83, 2, 0])),
    'malformed-reply',
    'exception length',
  ],
  [
    'a length field of 65535',
    write(Uint8Array.of(0, 1, 0, 0, 255, 255)),
    'malformed-reply',
    'no frame of this protocol',
  ],
  ['three bytes of garbage', write(Uint8Array.of(1, 2, 3)), 'timeout'],
  ['a row of garbage', write(new Uint8Array(40).fill(0xa5)), 'malformed-reply', 'no frame of this protocol'],
  [
    'the banner of a web server',
    write('HTTP/1.1 400 Bad Request\r\n\r\n'),
    'malformed-reply',
    'no frame of this protocol',
  ],
  ['a close instead of a reply', (socket) => socket.end(), 'unreachable'],
  [
    'a close in the middle of a reply',
    (socket, request) => socket.end(ownAddresses(request).subarray(0, 9)),
    'unreachable',
  ],
  ['a reset', (socket) => socket.resetAndDestroy(), 'unreachable'],
  ['the reply twice', altered((frame) => Uint8Array.of(...frame, ...frame)), 100],
];

/** Turns of the event loop, enough of them for the reader to have taken what was sent before. */
const afterTurns = (turns: number, then: () => void): void => {
  setImmediate(() => (turns === 0 ? then() : afterTurns(turns - 1, then)));
};

describe('a peer that misbehaves once', () => {
  it.each(misdeeds)('%s', async (_, misdeed, first, what) => {
    const { reader, peer, taps } = await connected(
      (socket, request, number) => (number === 0 ? misdeed(socket, request) : socket.write(ownAddresses(request))),
      { requestTimeoutMs: 250 },
    );
    const observations = await reader.read(two, deadlineIn(5000));
    expect(observations.map(short)).toEqual([first, 200]);
    if (what !== undefined) expect(observations[0]).toMatchObject({ fault: { what } });
    // The spoilt connection is not used again, and the failed request is not sent again.
    expect(peer.connections).toHaveLength(2);
    expect(peer.requests).toHaveLength(2);
    expect(taps.map(({ kind }) => kind)).toEqual(['connect', 'read', 'connect', 'read']);
  });

  it('answers in segments of one byte', async () => {
    const { reader, peer } = await connected(async (socket, request) => {
      for (const byte of ownAddresses(request)) {
        await new Promise<void>((resolve) => socket.write(Uint8Array.of(byte), () => resolve()));
      }
    });
    expect((await reader.read(two, deadlineIn(5000))).map(short)).toEqual([100, 200]);
    expect(peer.connections).toHaveLength(1);
  });

  it('answers the first request late, while the second one runs: the late reply finds nobody', async () => {
    let late: () => void = () => undefined;
    const { reader, peer } = await connected(
      (socket, request, number) => {
        if (number === 0) {
          late = () => socket.write(ownAddresses(request));
        } else {
          late();
          socket.write(ownAddresses(request));
        }
      },
      { requestTimeoutMs: 100 },
    );
    expect((await reader.read(two, deadlineIn(5000))).map(short)).toEqual(['timeout', 200]);
    expect(peer.connections).toHaveLength(2);
  });

  it('sends the first reply again in front of the second: no value rather than the wrong one', async () => {
    let first = new Uint8Array();
    const { reader } = await connected((socket, request, number) => {
      if (number === 0) first = Uint8Array.from(ownAddresses(request));
      socket.write(number === 0 ? first : Uint8Array.of(...first, ...ownAddresses(request)));
    });
    expect(await reader.read(two, deadlineIn(5000))).toMatchObject([
      { value: 100 },
      { fault: { kind: 'malformed-reply', what: 'transaction id' } },
    ]);
  });

  it('sends its reply again in the gap before the next request: that connection is not used again', async () => {
    const { reader, peer } = await connected(
      (socket, request) => {
        const reply = ownAddresses(request);
        socket.write(reply);
        afterTurns(10, () => socket.write(reply));
      },
      { gapMs: 150 },
    );
    expect((await reader.read(two, deadlineIn(5000))).map(short)).toEqual([100, 200]);
    expect(peer.connections).toHaveLength(2);
  });

  it('keeps what came as evidence', async () => {
    const { reader, taps } = await connected((socket) => socket.write('HTTP/1.1 400 Bad Request'));
    await reader.read([register(0)], deadlineIn(5000));
    expect(Buffer.from(taps.at(-1)?.reply ?? []).toString()).toBe('HTTP/1.1 400 Bad Request');
    expect(taps.at(-1)?.fault).toMatchObject({ kind: 'malformed-reply' });
  });
});

describe('a peer that goes on misbehaving', () => {
  const six = [0, 10, 20, 30, 40, 50].map((offset) => register(offset));

  it('is left alone after the third trouble', async () => {
    const { reader, peer } = await connected(() => undefined, { requestTimeoutMs: 100 });
    const startedMs = performance.now();
    const observations = await reader.read(six, deadlineIn(5000));
    expect(observations.map(short)).toEqual(['timeout', 'timeout', 'timeout', 'stopped', 'stopped', 'stopped']);
    expect(observations.at(-1)).toMatchObject({ fault: { by: 'breaker' } });
    expect(performance.now() - startedMs).toBeLessThan(1500);
    expect(peer.requests).toHaveLength(3);
    expect(peer.connections).toHaveLength(3);
    // What was asked names its exchange, what was not asked has none.
    expect(observations.map(({ exchange }) => exchange)).toEqual([2, 4, 6, undefined, undefined, undefined]);
    // And for the rest of the run, whoever asks.
    expect((await reader.read(two, deadlineIn(5000))).map(short)).toEqual(['stopped', 'stopped']);
    expect(await reader.connect(deadlineIn(5000))).toEqual({ kind: 'stopped', by: 'breaker' });
    expect(peer.connections).toHaveLength(3);
  });

  it('is left alone when the third connection is spoilt, too', async () => {
    const { reader, peer } = await connected((socket, request) => {
      const reply = ownAddresses(request);
      socket.write(Uint8Array.of(...reply, ...reply));
    });
    const rest = six.slice(3).map(() => 'malformed-reply');
    expect((await reader.read(six, deadlineIn(5000))).map(short)).toEqual([0, 10, 20, ...rest]);
    expect(peer.connections).toHaveLength(3);
  });

  it('is left alone when it stays busy', async () => {
    const { reader, peer } = await connected((socket, request) => socket.write(replyTo(request, [0x83, 6])));
    const told = ['busy', 'busy', 'busy', 'stopped', 'stopped', 'stopped'];
    expect((await reader.read(six, deadlineIn(5000))).map(short)).toEqual(told);
    expect(peer.requests).toHaveLength(9); // three blocks, three times each
    expect(peer.connections).toHaveLength(1);
  });

  it('is not asked again by the same read when it cannot be reached again', async () => {
    const { reader, peer } = await connected(async (socket) => {
      void peer.stop();
      socket.destroy();
    });
    const observations = await reader.read(six, deadlineIn(5000));
    expect(observations.map(short)).toEqual(six.map(() => 'unreachable'));
    expect(observations.at(-1)).toMatchObject({ fault: { code: 'ECONNREFUSED' } });
  });

  it('gets new connections in the same read, and keeps the last', async () => {
    const { reader, peer } = await connected(
      (socket, request, number) => number > 1 && socket.write(ownAddresses(request)),
      { requestTimeoutMs: 100 },
    );
    expect((await reader.read(six, deadlineIn(5000))).map(short)).toEqual(['timeout', 'timeout', 20, 30, 40, 50]);
    expect((await reader.read(two, deadlineIn(5000))).map(short)).toEqual([100, 200]);
    expect(peer.connections).toHaveLength(3);
  });

  it('closed the connection between two reads: the second opens it anew', async () => {
    const { reader, peer } = await connected((socket, request) => socket.write(ownAddresses(request)));
    await reader.read(two, deadlineIn(5000));
    const [connection] = peer.connections;
    connection?.end();
    if (connection?.closed === false) await once(connection, 'close');
    expect((await reader.read(two, deadlineIn(5000))).map(short)).toEqual([100, 200]);
    expect(peer.connections).toHaveLength(2);
  });
});
