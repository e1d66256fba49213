import type { Deadline } from './deadline.ts';
import type { Fault } from './fault.ts';

/** A piece of work with one end, and what becomes of it when it fails, is late, or the operator stops the run. */
export interface Settling<T> {
  readonly deadline: Deadline;
  readonly signal: AbortSignal;
  /** What a timeout interrupts. */
  readonly during: 'connect' | 'handshake' | 'read';
  /** Begins the work; not called at all when the run is stopped or the deadline has passed. */
  readonly start: (settle: (result: T) => void, fail: (fault: Fault) => void) => void;
  /** Cleans up after a fault and gives the result; called at most once, and never after a settled result. */
  readonly onFault: (fault: Fault) => T;
}

/** Resolves with whichever comes first of result, fault, deadline and stop; leaves no timer and no listener behind. */
export function settleByDeadline<T>({ deadline, signal, during, start, onFault }: Settling<T>): Promise<T> {
  const allowedMs = deadline.remainingMs();
  if (signal.aborted) return Promise.resolve(onFault({ kind: 'stopped', by: 'operator' }));
  if (allowedMs === 0) return Promise.resolve(onFault({ kind: 'timeout', during, afterMs: 0 }));
  return new Promise((resolve) => {
    let settled = false;
    const once = (result: () => T) => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      resolve(result());
    };
    const fail = (fault: Fault) => once(() => onFault(fault));
    const onAbort = () => fail({ kind: 'stopped', by: 'operator' });
    const timer = setTimeout(() => fail({ kind: 'timeout', during, afterMs: Math.round(allowedMs) }), allowedMs);
    signal.addEventListener('abort', onAbort, { once: true });
    start((result) => once(() => result), fail);
  });
}
