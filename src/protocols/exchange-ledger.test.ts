import { describe, expect, it } from 'vitest';
import type { Exchange } from './exchange.ts';
import { ExchangeLedger } from './exchange-ledger.ts';

function wired() {
  let monotonicMs = 0;
  let last = 40;
  const taps: Exchange[] = [];
  const ledger = new ExchangeLedger('GDS', {
    clock: { now: () => ({ utc: 1_000_000 + monotonicMs, monotonicMs }), simulated: true },
    tap: (exchange) => taps.push(exchange),
    nextExchange: () => ++last,
  });
  return { ledger, taps, at: (ms: number) => (monotonicMs = ms) };
}
const empty = new Uint8Array();

describe('the exchange ledger', () => {
  it('numbers, stamps and taps an exchange when it ends', () => {
    const { ledger, taps, at } = wired();
    at(5);
    const open = ledger.open('read', 'FC3 0+1', Uint8Array.of(1, 2));
    expect(taps).toEqual([]);
    at(9);
    open.end({ reply: Uint8Array.of(3) });
    expect(taps).toEqual([
      {
        number: 41,
        controller: 'GDS',
        kind: 'read',
        what: 'FC3 0+1',
        request: Uint8Array.of(1, 2),
        reply: Uint8Array.of(3),
        sent: { utc: 1_000_005, monotonicMs: 5 },
        received: { utc: 1_000_009, monotonicMs: 9 },
      },
    ]);
  });

  it('is stamped when the reply came, where writing it down takes its time', () => {
    const { ledger, taps, at } = wired();
    const open = ledger.open('read', 'Read 1000 nodes', empty);
    at(20);
    open.arrived();
    at(35);
    open.end({ reply: Uint8Array.of(3) });
    expect(taps[0]?.received).toEqual({ utc: 1_000_020, monotonicMs: 20 });
  });

  it('adds up connections, requests by kind and bytes; a failed connect is a request but no connection', () => {
    const { ledger } = wired();
    ledger.open('connect', 'a', empty).end({ fault: { kind: 'unreachable', code: 'ECONNREFUSED' } });
    ledger.open('connect', 'b', empty).end({});
    ledger.open('read', 'c', new Uint8Array(12)).end({ reply: new Uint8Array(9) });
    ledger
      .open('read', 'd', new Uint8Array(12))
      .end({ reply: new Uint8Array(3), fault: { kind: 'malformed-reply', what: 'x' } });
    ledger.open('read', 'held back by the guard', new Uint8Array(12));
    expect(ledger.traffic()).toMatchObject({
      connections: 1,
      requests: { connect: 2, read: 2 },
      bytesOut: 24,
      bytesIn: 12,
      writes: 0,
    });
  });

  it('finds the peak of any second, not of calendar seconds', () => {
    const { ledger, at } = wired();
    for (const ms of [0, 900, 1100, 1899, 1900, 4000]) {
      at(ms);
      ledger.open('read', 'x', empty).end({});
    }
    // 900, 1100, 1899 lie within one second; at 1900 the one at 900 is just out.
    expect(ledger.traffic().peakPerSecond).toBe(3);
  });

  it('refuses to end an exchange twice', () => {
    const open = wired().ledger.open('read', 'x', empty);
    open.end({});
    expect(() => open.end({})).toThrow('twice');
  });
});
