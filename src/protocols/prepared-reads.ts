import type { PointAddress } from './address.ts';

/** As many lists as an audit alternates between: all points, and those that are watched. */
const mostKept = 2;

/**
 * Keeps what was made of the last lists of points, because the rounds of an audit ask for the same ones again and again.
 * Lists are compared point by point, so that a list that was changed is another list.
 */
export class PreparedReads<T> {
  readonly #make: (points: readonly PointAddress[]) => T;
  #kept: readonly { readonly points: readonly PointAddress[]; readonly made: T }[] = [];

  constructor(make: (points: readonly PointAddress[]) => T) {
    this.#make = make;
  }

  /** What was made of these points, now or the last time. */
  of(points: readonly PointAddress[]): T {
    const kept = this.#kept.find((each) => isSameList(each.points, points));
    if (kept !== undefined) return kept.made;
    const made = this.#make(points);
    this.#kept = [{ points: [...points], made }, ...this.#kept.slice(0, mostKept - 1)];
    return made;
  }
}

function isSameList(some: readonly PointAddress[], others: readonly PointAddress[]): boolean {
  if (some.length !== others.length) return false;
  for (let at = 0; at < some.length; at += 1) {
    const point = some[at];
    const other = others[at];
    if (point !== other && !isSame(point, other)) return false;
  }
  return true;
}

function isSame(point: PointAddress | undefined, other: PointAddress | undefined): boolean {
  return (
    point !== undefined &&
    other !== undefined &&
    point.tag === other.tag &&
    point.address === other.address &&
    point.type === other.type &&
    point.wordOrder === other.wordOrder &&
    point.length === other.length
  );
}
