import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ownAddresses } from '../../../fixtures/wire/modbus-scripted-peer.ts';
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

const offsets = [0, 10, 20, 30, 40, 50];
const six = offsets.map((offset) => register(offset));

describe('several requests in flight', () => {
  it('go out together, and each answer goes to its own question, in whatever order it comes', async () => {
    const waiting: Uint8Array[] = [];
    const { reader, taps } = await connected(
      (socket: Socket, bytes: Uint8Array) => {
        waiting.push(bytes);
        if (waiting.length < 3) return;
        for (const request of waiting.splice(0).reverse()) socket.write(ownAddresses(request));
      },
      { maxInFlight: 3 },
    );
    expect((await reader.read(six, deadlineIn(5000))).map(short)).toEqual(offsets);
    expect(reader.traffic()).toMatchObject({ connections: 1, requests: { read: 6 } });
    expect(taps.filter(({ fault }) => fault !== undefined)).toEqual([]);
  });

  it('are one at a time from then on with a device that drops all but the first; nothing is lost by it', async () => {
    let isBusy = false;
    const { reader, peer } = await connected(
      (socket: Socket, request: Uint8Array) => {
        if (isBusy) return;
        isBusy = true;
        // Long enough for all that was sent with it to have come.
        setTimeout(() => {
          isBusy = false;
          socket.write(ownAddresses(request));
        }, 20);
      },
      { maxInFlight: 4, requestTimeoutMs: 200 },
    );
    expect((await reader.read(six, deadlineIn(5000))).map(short)).toEqual(offsets);
    expect(peer.connections).toHaveLength(2);
    expect((await reader.read(six, deadlineIn(5000))).map(short)).toEqual(offsets);
    expect(peer.connections).toHaveLength(2);
  });

  it('are one at a time from then on with a device that answers none where several come: the first one is asked again, too', async () => {
    const waiting: Uint8Array[] = [];
    const { reader, peer } = await connected(
      (socket: Socket, request: Uint8Array) => {
        waiting.push(request);
        // By then all that was sent with it has come.
        setTimeout(() => {
          const [only, ...others] = waiting.splice(0);
          if (only !== undefined && others.length === 0) socket.write(ownAddresses(only));
        }, 20);
      },
      { maxInFlight: 3, requestTimeoutMs: 200 },
    );
    expect((await reader.read(six, deadlineIn(5000))).map(short)).toEqual(offsets);
    expect(peer.connections).toHaveLength(2);
  });

  it('keep within the budget of bytes together, although each of them alone would', async () => {
    // Six requests of 12 bytes with replies of 11; the budget has room for what four of them may take.
    const limit = 4 * (12 + 11) + 260;
    const waiting: Uint8Array[] = [];
    const { reader } = await connected(
      (socket: Socket, bytes: Uint8Array) => {
        for (let at = 0; at < bytes.length; at += 12) waiting.push(bytes.subarray(at, at + 12));
        setTimeout(() => {
          for (const request of waiting.splice(0)) socket.write(ownAddresses(request));
        }, 20);
      },
      { maxInFlight: 6, budget: { requests: 100, bytes: limit } },
    );
    const told = (await reader.read(six, deadlineIn(5000))).map(short);
    expect(told.filter((each) => each === 'stopped')).not.toEqual([]);
    expect(told.filter((each) => typeof each === 'number').length).toBeGreaterThan(3);
    const { bytesIn, bytesOut } = reader.traffic();
    expect(bytesIn + bytesOut).toBeLessThanOrEqual(limit);
  });

  it('are never more than one by default', async () => {
    let [inFlight, most] = [0, 0];
    const { reader } = await connected((socket: Socket, bytes: Uint8Array) => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      setImmediate(() => {
        inFlight = 0;
        socket.write(ownAddresses(bytes));
      });
    });
    expect((await reader.read(six, deadlineIn(5000))).map(short)).toEqual(offsets);
    expect(most).toBe(1);
  });

  it('are all lost with a reply to none of them: no value is given to the wrong question', async () => {
    let spoilt = false;
    const { reader } = await connected(
      (socket: Socket, bytes: Uint8Array) => {
        const reply = ownAddresses(bytes);
        socket.write(spoilt ? reply : reply.with(0, 0x77));
        spoilt = true;
      },
      { maxInFlight: 3 },
    );
    const told = (await reader.read(six, deadlineIn(5000))).map(short);
    expect(told[0]).toBe('malformed-reply');
    expect(told.slice(1)).toEqual(offsets.slice(1));
  });
});
