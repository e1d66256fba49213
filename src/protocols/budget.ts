import type { TrafficBudget } from './target.ts';

/** Where nothing else is declared or planned: more than any audit of one controller needs, and yet an end. */
export const defaultBudget: TrafficBudget = { requests: 100_000, bytes: 100_000_000 };

/** What one controller may still be asked in this run. */
export class Budget {
  readonly #limit: TrafficBudget;
  #requests = 0;
  #bytes = 0;
  #reserved = 0;

  constructor(limit: TrafficBudget) {
    this.#limit = limit;
  }

  /** Whether one more request of this many bytes, and a reply of at most so many, stays within the budget. */
  allows(bytesOut: number, mostBytesIn: number): boolean {
    return (
      this.#requests < this.#limit.requests &&
      this.#bytes + this.#reserved + bytesOut + mostBytesIn <= this.#limit.bytes
    );
  }

  /** Call when a request leaves. */
  spendRequest(): void {
    this.#requests += 1;
  }

  /** Sets bytes aside for a request that is on its way, or gives them back (negative) when it has ended. */
  reserve(bytes: number): void {
    this.#reserved += bytes;
  }

  /** Call for the bytes that have crossed the wire, either way. */
  spendBytes(bytes: number): void {
    this.#bytes += bytes;
  }
}
