import { Breaker } from './breaker.ts';
import { Budget, defaultBudget } from './budget.ts';
import type { ExchangeKind } from './exchange.ts';
import type { Fault } from './fault.ts';
import type { TrafficBudget } from './target.ts';

/**
 * What holds us back from one controller over a whole run, whichever reader or endpoint asks: circuit breaker and traffic budget.
 * An audit makes one per controller; a reader that is given none makes its own.
 */
export class Restraint {
  readonly #breaker = new Breaker();
  readonly #budget: Budget;

  constructor(budget: TrafficBudget = defaultBudget) {
    this.#budget = new Budget(budget);
  }

  /** By what the gap of the pacing is multiplied. */
  get slowdown(): number {
    return this.#breaker.slowdown;
  }

  /** Why a request of this many bytes, whose reply has at most so many, must not leave; undefined when it may. */
  withheld(bytesOut = 0, mostBytesIn = 0): Fault | undefined {
    if (this.#breaker.isOpen) return { kind: 'stopped', by: 'breaker' };
    return this.#budget.allows(bytesOut, mostBytesIn) ? undefined : { kind: 'stopped', by: 'budget' };
  }

  /**
   * Call when a request leaves, with the most bytes that it and its reply may take: they are set aside until it ends, so that
   * several in flight do not exceed together what each of them may. Leaving politely is never withheld, and so counts in no budget.
   */
  opened(kind: ExchangeKind, mostBytes = 0): Opened {
    if (kind !== 'close') this.#budget.spendRequest();
    this.#budget.reserve(mostBytes);
    return { number: this.#breaker.opened(), mostBytes };
  }

  /** Call for bytes that have crossed the wire, where they are counted beside the requests. */
  crossed(bytes: number): void {
    this.#budget.spendBytes(bytes);
  }

  /** Call when it has ended, with the bytes that crossed the wire for it. */
  ended({ number, mostBytes }: Opened, kind: ExchangeKind, fault: Fault | undefined, bytes: number): void {
    this.#breaker.ended(number, kind, fault);
    this.#budget.reserve(-mostBytes);
    this.#budget.spendBytes(bytes);
  }
}

/** A request that has left: its number for the circuit breaker, and what is set aside for it. */
export interface Opened {
  readonly number: number;
  readonly mostBytes: number;
}
