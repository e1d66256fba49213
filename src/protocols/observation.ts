import type { DataType, Value } from './data-type.ts';
import type { ExportKind } from './exported.ts';
import type { Fault } from './fault.ts';

/** Milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number;

/** Our own time of an event: wall clock for people, monotonic clock for durations. */
export interface Moment {
  readonly utc: EpochMs;
  readonly monotonicMs: number;
}

/** Three-valued, as OPC UA has it: uncertain is not good. Modbus and S7 readings that arrived whole are good. */
export type Quality = 'good' | 'uncertain' | 'bad';

/** A value that a controller gave for a tag, with everything that it said about it. */
export interface Reading {
  readonly kind: 'reading';
  readonly tag: string;
  readonly value: Value;
  /** The type that was decoded: of the declared address, or of the OPC UA variant. */
  readonly type: DataType;
  readonly quality: Quality;
  /** The raw status where the protocol has one (OPC UA StatusCode with its name). */
  readonly status?: { readonly code: number; readonly name: string };
  /** The bytes of this value as they came, before any word order was undone. */
  readonly raw: Uint8Array;
  readonly sourceTime?: EpochMs;
  readonly serverTime?: EpochMs;
  /** Of a reading from a file: how the file came to hold it; its `at` is then the file's own time. */
  readonly recorded?: ExportKind;
  /** From before the window of files: since then the value stands; nobody looks at that time any more. */
  readonly standing?: true;
  /** Of a subscription: how often the controller says that it samples the point, ms; a `sourceTime` beside it is that of a change. */
  readonly sampledEveryMs?: number;
  readonly at: Moment;
  /** Number of the exchange (request and reply) that carried it. */
  readonly exchange: number;
}

/** The absence of a value, with its reason. */
export interface Silence {
  readonly kind: 'silence';
  readonly tag: string;
  readonly fault: Fault;
  readonly at: Moment;
  readonly exchange?: number;
}

export type Observation = Reading | Silence;
