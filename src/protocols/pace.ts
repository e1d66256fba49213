import { setTimeout as wait } from 'node:timers/promises';
import type { Deadline } from './deadline.ts';

/** Keeps the gap between the end of one request to a controller and the start of the next. */
export class Pace {
  readonly #gapMs: number;
  readonly #signal: AbortSignal;
  #nextAtMs = Number.NEGATIVE_INFINITY;

  constructor(gapMs: number, signal: AbortSignal) {
    this.#gapMs = gapMs;
    this.#signal = signal;
  }

  /** Call when a request, or the connect, has ended, whatever came of it. */
  ended(): void {
    this.#nextAtMs = performance.now() + this.#gapMs;
  }

  /** Waits for the next turn: 'late' at once where it would come after the deadline, 'stopped' as soon as the operator stops the run. */
  async turn(deadline: Deadline): Promise<'go' | 'late' | 'stopped'> {
    while (!this.#signal.aborted) {
      const waitMs = this.#nextAtMs - performance.now();
      if (Math.max(0, waitMs) >= deadline.remainingMs()) return 'late';
      if (waitMs <= 0) return 'go';
      // Timers may fire a little early; the loop sees to the rest.
      await wait(Math.ceil(waitMs), undefined, { signal: this.#signal }).catch(() => undefined);
    }
    return 'stopped';
  }
}
