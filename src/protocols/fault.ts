/**
 * Why there is no reading, as data. The world failed; nobody made a mistake in the program.
 * A fault always ends as `unknown`, never as pass or fail.
 */
export type Fault =
  /** Nothing came within the deadline. The connection is dropped afterwards: a late reply must find nobody. */
  | { readonly kind: 'timeout'; readonly during: 'connect' | 'handshake' | 'read'; readonly afterMs: number }
  /** The network or the far end refused or broke the connection; `code` is the system's word, e.g. ECONNREFUSED. */
  | { readonly kind: 'unreachable'; readonly code: string }
  /** The device answered and declined; `code` and `name` are the protocol's own. */
  | { readonly kind: 'refused'; readonly code: number; readonly name: string }
  | { readonly kind: 'no-such-address'; readonly code: number; readonly name: string }
  | { readonly kind: 'access-denied'; readonly code: number; readonly name: string }
  /** The device serves no such function. Not served is never good. */
  | { readonly kind: 'not-served'; readonly code: number; readonly name: string }
  /** A busy-type answer that stayed busy after the allowed retries. */
  | { readonly kind: 'busy'; readonly code: number; readonly name: string }
  /** The reply does not belong to its request or breaks the protocol; `what` names the check that failed. */
  | { readonly kind: 'malformed-reply'; readonly what: string }
  /** The bytes are no value of the declared type. */
  | { readonly kind: 'undecodable'; readonly what: string }
  /** Not asked any more: the circuit breaker, the traffic budget or the operator stopped this controller. */
  | { readonly kind: 'stopped'; readonly by: 'breaker' | 'budget' | 'operator' };

export type FaultKind = Fault['kind'];
