import type { ExchangeKind } from './exchange.ts';
import type { Fault } from './fault.ts';

const errorsThatSlowDown = 2;
const errorsThatStop = 3;
const busyAnswersPerError = 3;

/**
 * Leaves a controller alone that does not cope: after two errors in a row its gap is doubled for the rest of the run, after
 * three it is not asked any more. An error is no answer, a broken one, or a device that is busy for the third time in a row,
 * which is once with its two retries; a refusal is an answer.
 */
export class Breaker {
  #errors = 0;
  #opened = 0;
  #openedAtLastError = 0;
  #busy = 0;
  #slowdown: 1 | 2 = 1;

  /** True once three errors came in a row; nothing closes it again. */
  get isOpen(): boolean {
    return this.#errors >= errorsThatStop;
  }

  /** By what the gap is multiplied. */
  get slowdown(): 1 | 2 {
    return this.#slowdown;
  }

  /** Call when a request leaves; the number is for its end. */
  opened(): number {
    this.#opened += 1;
    return this.#opened;
  }

  /** Call when that request has ended. What was under way with it when it failed fails for the same reason and counts once. */
  ended(opened: number, kind: ExchangeKind, fault: Fault | undefined): void {
    if (this.isOpen) return;
    if (fault !== undefined && isBusy(fault)) {
      this.#busy += 1;
      if (this.#busy % busyAnswersPerError === 0) this.#error();
    } else if (fault !== undefined && isLoss(fault)) {
      if (opened > this.#openedAtLastError) this.#error();
    } else if (fault?.kind !== 'stopped' && answers.has(kind)) {
      this.#errors = 0;
      this.#busy = 0;
    }
  }

  #error(): void {
    this.#openedAtLastError = this.#opened;
    this.#errors += 1;
    if (this.#errors >= errorsThatSlowDown) this.#slowdown = 2;
  }
}

/** A controller that takes connections and then says nothing has not answered: only an answer about itself or its points counts. */
const answers: ReadonlySet<ExchangeKind> = new Set(['identify', 'run-state', 'clock', 'read', 'browse', 'history']);

function isLoss({ kind }: Fault): boolean {
  return kind === 'timeout' || kind === 'unreachable' || kind === 'malformed-reply';
}

/** Busy, or a Modbus gateway that has no way to the device (10) or no answer from it (11) just now. */
function isBusy(fault: Fault): boolean {
  return fault.kind === 'busy' || (fault.kind === 'refused' && (fault.code === 10 || fault.code === 11));
}
