import type { Value } from './data-type.ts';
import type { Fault } from './fault.ts';
import type { EpochMs } from './observation.ts';

/**
 * What a controller recorded of a point: good records of the declared type, newest first, up to the first one that is not
 * and to a bounded number. Or why that is not known.
 */
export type PointPast =
  | { readonly tag: string; readonly records: readonly PastRecord[]; readonly exchange: number }
  | { readonly tag: string; readonly fault: Fault; readonly exchange?: number };

/** One record, by the controller's own clock. */
export interface PastRecord {
  readonly value: Value;
  readonly at: EpochMs;
}
