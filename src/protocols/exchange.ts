import type { Fault } from './fault.ts';
import type { Moment } from './observation.ts';

/** What a request does; there is no kind that changes a device. */
export type ExchangeKind =
  | 'connect'
  | 'session'
  | 'identify'
  | 'run-state'
  | 'clock'
  | 'read'
  | 'browse'
  | 'history'
  | 'close';

/**
 * One request and its reply as bytes, as they crossed the wire; for OPC UA, whose library owns the wire,
 * the canonical form of what was asked and answered (UTF-8 JSON).
 */
export interface Exchange {
  readonly number: number;
  readonly controller: string;
  readonly kind: ExchangeKind;
  /** In the protocol's own words, e.g. `FC3 100+12`, `ReadVar 4 items`, `Read 412 nodes`. */
  readonly what: string;
  readonly request: Uint8Array;
  readonly reply?: Uint8Array;
  readonly fault?: Fault;
  readonly sent: Moment;
  readonly received?: Moment;
}

/** Receives every exchange of a reader, in order, as it ends. */
export type Tap = (exchange: Exchange) => void;

/** Totals of one controller's traffic, for the statement in the report. */
export interface Traffic {
  readonly connections: number;
  readonly requests: Readonly<Partial<Record<ExchangeKind, number>>>;
  readonly bytesOut: number;
  readonly bytesIn: number;
  readonly peakPerSecond: number;
  /** Always zero: a reader that could write would not compile, and the allow-list stops the run. */
  readonly writes: 0;
}
