import type { Deadline } from '../deadline.ts';
import type { Fault } from '../fault.ts';
import { ReadOnlyViolation } from '../read-only-guard.ts';
import { settleByDeadline } from '../settle-by-deadline.ts';
import { faultOfError } from './fault-of-error.ts';

/** How a piece of the library's work ended: with its result, with an error of its own, or by our deadline or stop. */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly result: T }
  | { readonly kind: 'error'; readonly error: unknown; readonly fault: Fault }
  | { readonly kind: 'fault'; readonly fault: Fault };

/** What ends a piece of work before its own end. */
export interface Limits {
  readonly during: 'connect' | 'handshake' | 'read';
  readonly deadline: Deadline;
  readonly signal: AbortSignal;
}

/** Waits for the library no longer than the deadline; its errors become faults, only a ReadOnlyViolation is thrown. */
export async function settleWork<T>({ during, deadline, signal }: Limits, work: () => Promise<T>): Promise<Outcome<T>> {
  const startedMs = performance.now();
  const outcome = await settleByDeadline<Outcome<T>>({
    deadline,
    signal,
    during,
    start: (settle) => {
      work().then(
        (result) => settle({ kind: 'done', result }),
        (error: unknown) => {
          const afterMs = Math.round(performance.now() - startedMs);
          settle({ kind: 'error', error, fault: faultOfError(error, { during, afterMs }) });
        },
      );
    },
    onFault: (fault) => ({ kind: 'fault', fault }),
  });
  if (outcome.kind === 'error' && outcome.error instanceof ReadOnlyViolation) throw outcome.error;
  return outcome;
}
