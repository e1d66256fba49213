import type { Exchange, ExchangeKind, Traffic } from './exchange.ts';
import type { Fault } from './fault.ts';
import type { Moment } from './observation.ts';
import type { ReaderWiring } from './reader.ts';
import { Restraint } from './restraint.ts';
import type { TrafficBudget } from './target.ts';

/** A request that is on its way: it has its number and its time, and waits for its end. */
export interface OpenExchange {
  readonly number: number;
  readonly sent: Moment;
  /** Stamps the end now, where writing down what came takes time and happens later. */
  arrived(): void;
  /** Stamps the end, adds to the totals and calls the tap; a second call throws. */
  end(outcome: { readonly reply?: Uint8Array | undefined; readonly fault?: Fault | undefined }): Exchange;
}

/** What a ledger is wired to. */
type LedgerWiring = Pick<ReaderWiring, 'clock' | 'tap' | 'nextExchange' | 'restraint'>;

/** How the bytes of a protocol are counted whose exchanges are no wire bytes: totals so far, as its library counts them. */
export type WireBytes = () => { readonly out: number; readonly in: number };

const slidingWindowMs = 1000;

/**
 * Keeps the exchanges of one controller: numbers and stamps them, gives each to the tap as it ends, and holds the traffic totals.
 * An exchange that never ends (its bytes were held back by the read-only guard) is in no total and reaches no tap.
 */
export class ExchangeLedger {
  readonly #controller: string;
  readonly #wiring: LedgerWiring;
  readonly #restraint: Restraint;
  readonly #wireBytes: WireBytes | undefined;
  readonly #requests = new Map<ExchangeKind, number>();
  /** Starts in order of time, ms; those before `#oldest` are more than a second old. */
  readonly #starts: number[] = [];
  #oldest = 0;
  #connections = 0;
  #bytesOut = 0;
  #bytesIn = 0;
  #peakPerSecond = 0;

  /** `budget` holds where the wiring brings no restraint of the whole run. */
  constructor(
    controller: string,
    wiring: LedgerWiring,
    { budget, wireBytes }: { readonly budget?: TrafficBudget | undefined; readonly wireBytes?: WireBytes } = {},
  ) {
    this.#controller = controller;
    this.#wiring = wiring;
    this.#restraint = wiring.restraint ?? new Restraint(budget);
    this.#wireBytes = wireBytes;
  }

  /** Why this request must not be opened: the circuit breaker or the budget; undefined when it may. Ask before every `open`. */
  withheld(bytesOut = 0, mostBytesIn = 0): Fault | undefined {
    // A reply that is being written down has crossed the wire already.
    if (this.#wireBytes !== undefined) this.#restraint.crossed(this.#countWire());
    return this.#restraint.withheld(bytesOut, mostBytesIn);
  }

  /** By what the gap between requests is multiplied, after errors. */
  get slowdown(): number {
    return this.#restraint.slowdown;
  }

  /**
   * Opens an exchange just before its bytes leave; `what` in the protocol's own words, `request` empty for a bare connect. The
   * bytes that its reply may take at most are set aside in the budget until it ends.
   */
  open(kind: ExchangeKind, what: string, request: Uint8Array, mostBytesIn = 0): OpenExchange {
    const number = this.#wiring.nextExchange();
    const sent = this.#wiring.clock.now();
    this.#notePeak(sent.monotonicMs);
    const mostBytes = this.#wireBytes === undefined && mostBytesIn > 0 ? request.length + mostBytesIn : 0;
    const opened = this.#restraint.opened(kind, mostBytes);
    let ended = false;
    let arrived: Moment | undefined;
    return {
      number,
      sent,
      arrived: () => {
        arrived = this.#wiring.clock.now();
      },
      end: ({ reply, fault }) => {
        if (ended) throw new Error(`exchange ${number} ended twice`);
        ended = true;
        const received = arrived ?? this.#wiring.clock.now();
        const exchange: Exchange = {
          number,
          controller: this.#controller,
          kind,
          what,
          request,
          ...(reply === undefined ? {} : { reply }),
          ...(fault === undefined ? {} : { fault }),
          sent,
          received,
        };
        this.#restraint.ended(opened, kind, fault, this.#add(exchange));
        this.#wiring.tap(exchange);
        return exchange;
      },
    };
  }

  /** The totals so far; a `connect` that ended without a fault is a connection. */
  traffic(): Traffic {
    return {
      connections: this.#connections,
      requests: Object.fromEntries(this.#requests),
      bytesOut: this.#wireBytes?.().out ?? this.#bytesOut,
      bytesIn: this.#wireBytes?.().in ?? this.#bytesIn,
      peakPerSecond: this.#peakPerSecond,
      writes: 0,
    };
  }

  /** Adds to the totals and gives the bytes that this exchange added. */
  #add({ kind, fault, request, reply }: Exchange): number {
    this.#requests.set(kind, (this.#requests.get(kind) ?? 0) + 1);
    if (kind === 'connect' && fault === undefined) this.#connections += 1;
    if (this.#wireBytes !== undefined) return this.#countWire();
    const [bytesOut, bytesIn] = [request.length, reply?.length ?? 0];
    this.#bytesOut += bytesOut;
    this.#bytesIn += bytesIn;
    return bytesOut + bytesIn;
  }

  /** What has crossed the wire since it was last asked for. */
  #countWire(): number {
    const before = this.#bytesOut + this.#bytesIn;
    const wire = this.#wireBytes?.();
    this.#bytesOut = wire?.out ?? this.#bytesOut;
    this.#bytesIn = wire?.in ?? this.#bytesIn;
    return this.#bytesOut + this.#bytesIn - before;
  }

  #notePeak(nowMs: number): void {
    this.#starts.push(nowMs);
    while (nowMs - (this.#starts[this.#oldest] ?? nowMs) >= slidingWindowMs) this.#oldest += 1;
    if (2 * this.#oldest > this.#starts.length) {
      this.#starts.splice(0, this.#oldest);
      this.#oldest = 0;
    }
    this.#peakPerSecond = Math.max(this.#peakPerSecond, this.#starts.length - this.#oldest);
  }
}
