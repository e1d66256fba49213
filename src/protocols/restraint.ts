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

  /** Call when a request leaves. Leaving politely is never withheld, and so counts in no budget. */
  opened(kind: ExchangeKind): number {
    if (kind !== 'close') this.#budget.spendRequest();
    return this.#breaker.opened();
  }

  /** Call when it has ended, with the bytes that crossed the wire for it. */
  ended(opened: number, kind: ExchangeKind, fault: Fault | undefined, bytes: number): void {
    this.#breaker.ended(opened, kind, fault);
    this.#budget.spendBytes(bytes);
  }
}
