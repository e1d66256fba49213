import { setTimeout as wait } from 'node:timers/promises';
import type { Deadline } from './deadline.ts';

/** Keeps the gap between the end of one request to a controller and the start of the next, and between any two starts. */
export class Pace {
  readonly #gapMs: number;
  readonly #signal: AbortSignal;
  readonly #slowdown: () => number;
  #nextAtMs = Number.NEGATIVE_INFINITY;

  /** `slowdown` is what the gap is multiplied by, asked anew each time. */
  constructor(gapMs: number, signal: AbortSignal, slowdown: () => number = () => 1) {
    this.#gapMs = gapMs;
    this.#signal = signal;
    this.#slowdown = slowdown;
  }

  /** Call when a request, or the connect, has ended, whatever came of it. */
  ended(): void {
    this.#nextAtMs = performance.now() + this.#gapMs * this.#slowdown();
  }

  /** Waits for the next turn: 'late' at once where it would come after the deadline, 'stopped' as soon as the operator stops the run. */
  async turn(deadline: Deadline): Promise<Turn> {
    for (;;) {
      const turn = this.turnNow(deadline);
      if (typeof turn === 'string') return turn;
      // Timers may fire a little early; the loop sees to the rest.
      await wait(Math.ceil(turn.waitMs), undefined, { signal: this.#signal }).catch(() => undefined);
    }
  }

  /** The same at once: whose turn has not come is told how long to wait, and has not got it yet. */
  turnNow(deadline: Deadline): Turn | { readonly waitMs: number } {
    if (this.#signal.aborted) return 'stopped';
    const nowMs = performance.now();
    const waitMs = this.#nextAtMs - nowMs;
    if (Math.max(nowMs, this.#nextAtMs) >= deadline.atMs) return 'late';
    if (waitMs > 0) return { waitMs };
    // Where several may be in flight, the next one does not wait for this one's end, but for its turn.
    this.#nextAtMs = nowMs + this.#gapMs * this.#slowdown();
    return 'go';
  }
}

/** Whether a request may leave. */
export type Turn = 'go' | 'late' | 'stopped';
