import { describe, expect, it } from 'vitest';
import type { ExchangeKind } from './exchange.ts';
import { ExchangeLedger } from './exchange-ledger.ts';
import type { Fault } from './fault.ts';
import { Restraint } from './restraint.ts';

const timeout: Fault = { kind: 'timeout', during: 'read', afterMs: 1 };
const busy: Fault = { kind: 'busy', code: 6, name: 'server device busy' };
const declined: Fault = { kind: 'no-such-address', code: 2, name: 'illegal data address' };
const gateway: Fault = { kind: 'refused', code: 11, name: 'gateway target device failed to respond' };
const malformed: Fault = { kind: 'malformed-reply', what: 'unit' };
const operator: Fault = { kind: 'stopped', by: 'operator' };

/** One exchange after the other, each with its kind and end. */
function restraintAfter(...ends: readonly (readonly [ExchangeKind, Fault | undefined])[]): Restraint {
  const restraint = new Restraint();
  for (const [kind, fault] of ends) restraint.ended(restraint.opened(kind), kind, fault, 0);
  return restraint;
}

describe('the circuit breaker', () => {
  const stopped = { kind: 'stopped', by: 'breaker' };

  it('doubles the gap after two errors in a row and stops after three, for good', () => {
    expect(restraintAfter(['read', timeout])).toMatchObject({ slowdown: 1 });
    expect(restraintAfter(['read', timeout], ['read', timeout])).toMatchObject({ slowdown: 2 });
    expect(restraintAfter(['read', timeout], ['read', timeout]).withheld()).toBeUndefined();
    const open = restraintAfter(['read', timeout], ['read', timeout], ['read', timeout]);
    expect(open.withheld()).toEqual(stopped);
    open.ended(open.opened('read'), 'read', undefined, 0);
    expect(open.withheld()).toEqual(stopped);
  });

  it.each<[string, readonly (readonly [ExchangeKind, Fault | undefined])[], object | undefined]>([
    [
      'an answer in between',
      [
        ['read', timeout],
        ['read', timeout],
        ['read', undefined],
        ['read', timeout],
      ],
      undefined,
    ],
    [
      'a refusal in between: it is an answer',
      [
        ['read', timeout],
        ['read', timeout],
        ['read', declined],
        ['read', timeout],
      ],
      undefined,
    ],
    [
      'a connection in between: it is none',
      [
        ['read', timeout],
        ['connect', undefined],
        ['read', timeout],
        ['connect', undefined],
        ['session', undefined],
        ['read', timeout],
      ],
      stopped,
    ],
    [
      'connections that fail',
      [
        ['connect', timeout],
        ['connect', timeout],
        ['connect', timeout],
      ],
      stopped,
    ],
    [
      'the operator in between: that is no answer',
      [
        ['read', timeout],
        ['read', timeout],
        ['read', operator],
        ['read', timeout],
      ],
      stopped,
    ],
    ['broken replies', Array.from({ length: 3 }, () => ['read', malformed] as const), stopped],
    [
      'busy answers that begin to count anew after an answer',
      [
        ['read', busy],
        ['read', busy],
        ['read', undefined],
        ...Array.from({ length: 7 }, () => ['read', busy] as const),
      ],
      undefined,
    ],
    ['refusals only', Array.from({ length: 9 }, () => ['read', declined] as const), undefined],
    ['the operator', Array.from({ length: 9 }, () => ['read', operator] as const), undefined],
    ['two questions that stay busy', Array.from({ length: 8 }, () => ['read', busy] as const), undefined],
    ['three questions that stay busy', Array.from({ length: 9 }, () => ['read', busy] as const), stopped],
    [
      'three questions that a gateway gets no answer to',
      Array.from({ length: 9 }, () => ['read', gateway] as const),
      stopped,
    ],
  ])('%s', (_, ends, fault) => {
    expect(restraintAfter(...ends).withheld()).toEqual(fault);
  });

  it('counts what was lost together once', () => {
    const restraint = new Restraint();
    const together = Array.from({ length: 8 }, () => restraint.opened('read'));
    for (const opened of together) restraint.ended(opened, 'read', timeout, 0);
    expect(restraint).toMatchObject({ slowdown: 1 });
    expect(restraint.withheld()).toBeUndefined();
  });
});

describe('the traffic budget', () => {
  it('ends with its last request, and never withholds a farewell', () => {
    const restraint = new Restraint({ requests: 2, bytes: 1000 });
    expect(restraint.withheld()).toBeUndefined();
    restraint.opened('close');
    restraint.opened('connect');
    expect(restraint.withheld()).toBeUndefined();
    restraint.opened('read');
    expect(restraint.withheld()).toEqual({ kind: 'stopped', by: 'budget' });
  });

  it('withholds a request whose longest reply could exceed it', () => {
    const restraint = new Restraint({ requests: 9, bytes: 100 });
    restraint.ended(restraint.opened('read'), 'read', undefined, 40);
    expect(restraint.withheld(12, 48)).toBeUndefined();
    expect(restraint.withheld(12, 49)).toEqual({ kind: 'stopped', by: 'budget' });
  });

  it('holds for all that is in flight together: what each may still take is set aside until it ends', () => {
    const restraint = new Restraint({ requests: 9, bytes: 100 });
    const first = restraint.opened('read', 40);
    const second = restraint.opened('read', 40);
    expect(restraint.withheld(12, 9)).toEqual({ kind: 'stopped', by: 'budget' });
    expect(restraint.withheld(12, 8)).toBeUndefined();
    restraint.ended(first, 'read', undefined, 10);
    expect(restraint.withheld(12, 38)).toBeUndefined();
    expect(restraint.withheld(12, 39)).toEqual({ kind: 'stopped', by: 'budget' });
    restraint.ended(second, 'read', timeout, 0);
    expect(restraint.withheld(12, 78)).toBeUndefined();
    expect(restraint.withheld(12, 79)).toEqual({ kind: 'stopped', by: 'budget' });
  });

  it('counts a reply that has come over the wire and is not written down yet', () => {
    const clock = { now: () => ({ utc: 0, monotonicMs: 0 }), simulated: true };
    const wire = { out: 0, in: 0 };
    const ledger = new ExchangeLedger(
      'DCS',
      { clock, tap: () => undefined, nextExchange: () => 1 },
      { budget: { requests: 9, bytes: 100 }, wireBytes: () => wire },
    );
    const exchange = ledger.open('read', 'x', new Uint8Array(1), 50);
    wire.out = 10;
    wire.in = 80;
    expect(ledger.withheld(5, 6)).toEqual({ kind: 'stopped', by: 'budget' });
    expect(ledger.withheld(5, 5)).toBeUndefined();
    exchange.end({});
    expect(ledger.withheld(5, 6)).toEqual({ kind: 'stopped', by: 'budget' });
    expect(ledger.withheld(5, 5)).toBeUndefined();
    expect(ledger.traffic()).toMatchObject({ bytesOut: 10, bytesIn: 80 });
  });

  it('is one for all readers of a controller', () => {
    const restraint = new Restraint({ requests: 2, bytes: 1000 });
    const clock = { now: () => ({ utc: 0, monotonicMs: 0 }), simulated: true };
    const wiring = { clock, tap: () => undefined, nextExchange: () => 1, restraint };
    const [first, second] = [new ExchangeLedger('SIS', wiring), new ExchangeLedger('SIS', wiring)];
    first.open('connect', 'a', new Uint8Array()).end({});
    second.open('connect', 'b', new Uint8Array()).end({});
    expect(first.withheld()).toEqual({ kind: 'stopped', by: 'budget' });
  });

  it('of the pacing holds where no restraint of the whole run is given, and counts what the wire counts', () => {
    const clock = { now: () => ({ utc: 0, monotonicMs: 0 }), simulated: true };
    const wire = { out: 0, in: 0 };
    const ledger = new ExchangeLedger(
      'DCS',
      { clock, tap: () => undefined, nextExchange: () => 1 },
      { budget: { requests: 9, bytes: 100 }, wireBytes: () => wire },
    );
    ledger.open('read', 'x', new Uint8Array(5000)).end({ reply: new Uint8Array(5000) });
    expect(ledger.withheld()).toBeUndefined();
    wire.out = 60;
    wire.in = 41;
    ledger.open('read', 'x', new Uint8Array(1)).end({});
    expect(ledger.withheld()).toEqual({ kind: 'stopped', by: 'budget' });
    expect(ledger.traffic()).toMatchObject({ bytesOut: 60, bytesIn: 41 });
  });
});
