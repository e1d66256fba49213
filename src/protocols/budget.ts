import type { TrafficBudget } from './target.ts';

/** Where nothing else is declared or planned: more than any audit of one controller needs, and yet an end. */
export const defaultBudget: TrafficBudget = { requests: 100_000, bytes: 100_000_000 };

/** What one controller may still be asked in this run. */
export class Budget {
  readonly #limit: TrafficBudget;
  #requests = 0;
  #bytes = 0;

  constructor(limit: TrafficBudget) {
    this.#limit = limit;
  }

  /** Whether one more request of this many bytes, and a reply of at most so many, stays within the budget. */
  allows(bytesOut: number, mostBytesIn: number): boolean {
    return this.#requests < this.#limit.requests && this.#bytes + bytesOut + mostBytesIn <= this.#limit.bytes;
  }

  /** Call when a request leaves. */
  spendRequest(): void {
    this.#requests += 1;
  }

  /** Call for the bytes that have crossed the wire, either way. */
  spendBytes(bytes: number): void {
    this.#bytes += bytes;
  }
}
