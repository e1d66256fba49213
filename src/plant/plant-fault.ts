import type { Text } from '../messages/index.ts';

/** Where something stands in the plant file or in a list beside it. */
export interface Place {
  /** As a person can open it: the path given on the command line, or that of the list beside it. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1; absent in lists, where the line is the point. */
  readonly column?: number;
  /** `functions.SIF-101.when[0].vote`, or the tag in a list of points. */
  readonly path: string;
}

/** Something wrong in the plant file: where, and what was expected and what stands there. */
export interface PlantFault extends Place {
  readonly because: Text;
}

/** A fault at a place. */
export function faultAt(place: Place, because: Text): PlantFault {
  return { ...place, because };
}

/** The faults by file, line and column; those of one spot in the order in which they were found. */
export function sortedFaults<F extends PlantFault>(faults: readonly F[]): readonly F[] {
  return [...faults].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || (a.column ?? 0) - (b.column ?? 0),
  );
}
