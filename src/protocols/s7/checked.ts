import type { Fault } from '../fault.ts';

/** What a check of a reply gives: the thing itself, or the fault that stands in its place. */
export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

/** A reply that does not belong to its request or breaks the protocol; `what` names the check that failed. */
export function malformed(what: string): { readonly ok: false; readonly fault: Fault } {
  return { ok: false, fault: { kind: 'malformed-reply', what } };
}
