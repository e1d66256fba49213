import { afterEach, describe, expect, it } from 'vitest';
import {
  exceptionTo,
  ownAddresses,
  registersOf,
  replyTo,
  type Script,
} from '../../../fixtures/wire/modbus-scripted-peer.ts';
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

const right: Script = (socket, request) => socket.write(ownAddresses(request));
/** Every second register, so that each is a block of its own. */
const apart = (count: number) => Array.from({ length: count }, (_, index) => register(2 * index));
/** A device that declines with `code` whatever `isBad` says. */
const declining =
  (code: number, isBad: (offset: number, count: number) => boolean): Script =>
  (socket, request) => {
    const { offset, count } = registersOf(request);
    socket.write(isBad(offset, count) ? exceptionTo(request, code) : ownAddresses(request));
  };

describe('the path of a reading', () => {
  it('says where it stood on the wire, what came, and which exchange carried it', async () => {
    const { reader, taps } = await connected(right);
    const [reading] = await reader.read([register(0x1234)], deadlineIn(5000));
    const exchange = taps.find(({ kind }) => kind === 'read');
    expect(exchange).toMatchObject({ controller: 'GDS', what: 'FC3 4660+1', number: 2 });
    expect(exchange?.request).toEqual(Uint8Array.of(0, 1, 0, 0, 0, 6, 1, 3, 0x12, 0x34, 0, 1));
    expect(exchange?.reply).toEqual(Uint8Array.of(0, 1, 0, 0, 0, 5, 1, 3, 2, 0x12, 0x34));
    expect(reading).toEqual({
      kind: 'reading',
      tag: 'R4660',
      value: 0x1234,
      type: 'uint16',
      quality: 'good',
      raw: Uint8Array.of(0x12, 0x34),
      at: exchange?.received,
      exchange: 2,
    });
  });

  it('takes 3xxxx from FC 4 and 4xxxx from FC 3: they are different registers', async () => {
    const { reader, peer } = await connected((socket, request) =>
      socket.write(replyTo(request, [request[7] ?? 0, 2, 0, request[7] ?? 0])),
    );
    const input = { tag: 'I', address: { protocol: 'modbus', table: 'input', offset: 5 }, type: 'uint16' } as const;
    expect((await reader.read([register(5), input], deadlineIn(5000))).map(short)).toEqual([3, 4]);
    expect(peer.requests.map((request) => request[7])).toEqual([3, 4]);
  });

  it('takes coils from the lowest bit of the first byte on', async () => {
    const { reader, peer } = await connected((socket, request) => socket.write(replyTo(request, [1, 2, 0x05, 0x02])));
    const coil = (offset: number) =>
      ({ tag: `C${offset}`, address: { protocol: 'modbus', table: 'coil', offset }, type: 'bool' }) as const;
    const coils = Array.from({ length: 10 }, (_, index) => coil(20 + index));
    const observations = await reader.read(coils, deadlineIn(5000));
    expect(observations.map((it) => (short(it) === true ? 1 : 0)).join('')).toBe('1010000001');
    expect(observations[9]).toMatchObject({ raw: Uint8Array.of(1) });
    expect(peer.requests[0]?.subarray(7)).toEqual(Uint8Array.of(1, 0, 20, 0, 10));
  });

  it('applies the word order of the controller to values of several registers only', async () => {
    const { reader } = await connected(right, { wordOrder: 'DCBA' });
    const points = [
      register(0x0102, 'uint16'),
      register(0x0102, 'uint16', { wordOrder: 'BADC' }),
      register(0x0102, 'uint32'),
      register(0x0102, 'uint32', { wordOrder: 'ABCD' }),
    ];
    const values = [0x0102, 0x0201, 0x03010201, 0x01020103];
    expect((await reader.read(points, deadlineIn(5000))).map(short)).toEqual(values);
  });

  it('has no value, and says why, where no word order is declared', async () => {
    const { reader } = await connected(right);
    const observations = await reader.read([register(0, 'float32'), register(0)], deadlineIn(5000));
    expect(observations).toMatchObject([
      { kind: 'silence', fault: { kind: 'undecodable', what: 'no word order is declared for float32' }, exchange: 2 },
      { kind: 'reading', value: 0 },
    ]);
  });

  it('keeps a point that no request can carry away from the others', async () => {
    const { reader } = await connected(right);
    const points = [register(1), register(2, 'int8'), register(3)];
    expect((await reader.read(points, deadlineIn(5000))).map(short)).toEqual([1, 'undecodable', 3]);
  });

  it('gives each of 300 requests its own answer, far beyond the 256 at which other clients take up ids anew', async () => {
    const { reader, peer } = await connected(right);
    const points = apart(300);
    const values = points.map((_, index) => 2 * index);
    expect((await reader.read(points, deadlineIn(20_000))).map(short)).toEqual(values);
    const ids = peer.requests.map(([high = 0, low = 0]) => high * 256 + low);
    expect(new Set(ids).size).toBe(300);
  });

  it('keeps the gap between the end of a request and the start of the next', async () => {
    const { reader, taps } = await connected(right, { gapMs: 30 });
    await reader.read(apart(4), deadlineIn(5000));
    expect(taps).toHaveLength(5);
    for (const [index, { sent }] of taps.entries()) {
      const before = taps[index - 1]?.received?.monotonicMs ?? Number.NEGATIVE_INFINITY;
      // The ledger stamps the end a moment after the pace does.
      expect(sent.monotonicMs - before).toBeGreaterThanOrEqual(29);
    }
  });

  it('stops asking at the deadline, and says so for what it did not ask', async () => {
    const { reader, peer } = await connected(right, { gapMs: 100 });
    const observations = await reader.read(apart(50), deadlineIn(350));
    expect(peer.requests.length).toBeLessThanOrEqual(4);
    expect(observations.map(short).slice(0, 2)).toEqual([0, 2]);
    expect(observations.at(-1)).toMatchObject({ fault: { kind: 'timeout', during: 'read' } });
    expect(reader.traffic().requests.read).toBe(peer.requests.length);
  });

  it('leaves the device alone as soon as the operator stops the run', async () => {
    const { reader, peer, stop } = await connected((socket, request, number) => {
      if (number === 2) stop.abort();
      right(socket, request, number);
    });
    const observations = await reader.read(apart(6), deadlineIn(5000));
    expect(observations.map(short)).toEqual([0, 2, 'stopped', 'stopped', 'stopped', 'stopped']);
    expect(peer.requests).toHaveLength(3);
  });
});

describe('a block that the device declines', () => {
  it.each([
    [2, 'no-such-address'],
    [3, 'refused'],
    [4, 'refused'],
  ])('is asked for in halves after exception %i, until the guilty register stands alone', async (code, kind) => {
    const { reader, peer } = await connected(declining(code, (offset, count) => offset <= 5 && 5 < offset + count));
    const points = Array.from({ length: 16 }, (_, index) => register(index));
    const expected = points.map((_, index) => (index === 5 ? kind : index));
    expect((await reader.read(points, deadlineIn(5000))).map(short)).toEqual(expected);
    expect(peer.requests).toHaveLength(9); // 16, then 8+8, 4+4, 2+2, 1+1
  });

  it('keeps the halves of a long value together while it looks for the guilty one', async () => {
    const { reader, peer } = await connected(
      declining(2, (offset, count) => offset <= 9 && 9 < offset + count),
      {
        wordOrder: 'ABCD',
      },
    );
    const points = [0, 2, 4, 6, 8, 10].map((offset) => register(offset, 'uint32'));
    const observations = await reader.read(points, deadlineIn(5000));
    expect(observations.map(short)).toEqual([1, 131_075, 262_149, 393_223, 'no-such-address', 655_371]);
    for (const request of peer.requests) expect(registersOf(request).offset % 2).toBe(0);
    for (const request of peer.requests) expect(registersOf(request).count % 2).toBe(0);
  });

  it('is read in smaller ones where the device takes only few registers at once', async () => {
    const { reader } = await connected(declining(3, (_, count) => count > 21));
    const points = Array.from({ length: 125 }, (_, index) => register(index));
    expect((await reader.read(points, deadlineIn(5000))).map(short)).toEqual(points.map((_, index) => index));
  });

  it('is not asked for in halves when the function itself is not served', async () => {
    const { reader, peer } = await connected(declining(1, () => true));
    const observations = await reader.read([register(0), register(1)], deadlineIn(5000));
    expect(observations).toMatchObject([
      { fault: { kind: 'not-served', code: 1, name: 'illegal function' } },
      { fault: { kind: 'not-served', code: 1, name: 'illegal function' } },
    ]);
    expect(peer.requests).toHaveLength(1);
  });

  it.each([5, 6])('is asked for at most twice more while the device is busy (exception %i)', async (code) => {
    const { reader, peer } = await connected(declining(code, () => true));
    const observations = await reader.read([register(0), register(1)], deadlineIn(5000));
    expect(observations).toMatchObject([{ fault: { kind: 'busy', code } }, { fault: { kind: 'busy', code } }]);
    expect(peer.requests).toHaveLength(3);
  });

  it('is good when the device is busy once and then not', async () => {
    const { reader } = await connected((socket, request, number) =>
      socket.write(number === 0 ? exceptionTo(request, 6) : ownAddresses(request)),
    );
    expect((await reader.read([register(7)], deadlineIn(5000))).map(short)).toEqual([7]);
  });

  it('keeps the gap while it waits for a busy device, and does not ask beyond the deadline', async () => {
    const { reader, peer } = await connected(
      declining(6, () => true),
      { gapMs: 200 },
    );
    const observations = await reader.read([register(7)], deadlineIn(300));
    expect(observations).toMatchObject([{ fault: { kind: 'busy', code: 6 } }]);
    expect(peer.requests).toHaveLength(1);
  });

  it.each([
    [10, 'gateway path unavailable'],
    [11, 'gateway target device failed to respond'],
  ])(
    'asks a gateway twice more that says that its target is silent (exception %i), and stops after three blocks',
    async (code, name) => {
      const { reader, peer } = await connected(declining(code, () => true));
      const observations = await reader.read(apart(5), deadlineIn(5000));
      const stopped = { fault: { kind: 'stopped', by: 'breaker' } };
      const silent = { fault: { kind: 'refused', code, name } };
      expect(observations).toMatchObject([silent, silent, silent, stopped, stopped]);
      expect(peer.requests).toHaveLength(9);
    },
  );
});
