import type { Fault } from './fault.ts';
import type { EpochMs } from './observation.ts';

/**
 * How far back a controller keeps the values of a point: `oldest` is the last record before the asked time where there is
 * one, else the first one after it, and absent where history is kept and holds nothing. Or why that is not known.
 */
export type PointHistory =
  | { readonly tag: string; readonly from: EpochMs; readonly oldest?: EpochMs; readonly exchange: number }
  | { readonly tag: string; readonly fault: Fault; readonly exchange?: number };
