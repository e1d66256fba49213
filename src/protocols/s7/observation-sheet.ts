import type { PointAddress } from '../address.ts';
import type { Value } from '../data-type.ts';
import type { Exchange } from '../exchange.ts';
import type { Fault } from '../fault.ts';
import type { Moment, Observation } from '../observation.ts';

/** The observations of one read, in the order asked: each point gets exactly one, and none is left out. */
export class ObservationSheet {
  readonly #points: readonly PointAddress[];
  readonly #now: () => Moment;
  readonly #observations: (Observation | undefined)[];

  constructor(points: readonly PointAddress[], now: () => Moment) {
    this.#points = points;
    this.#now = now;
    this.#observations = points.map(() => undefined);
  }

  /** Whether the point at this index still waits for its observation. */
  lacks(index: number): boolean {
    return this.#observations[index] === undefined;
  }

  /** The value of one point, with its own bytes. */
  reading(index: number, value: Value, raw: Uint8Array, { number, received, sent }: Exchange): void {
    const { tag, type } = this.#pointAt(index);
    const at = received ?? sent;
    this.#put(index, { kind: 'reading', tag, value, type, quality: 'good', raw, at, exchange: number });
  }

  /** The reason why there is no value; without an exchange where the point was not asked for. */
  silence(index: number, fault: Fault, exchange?: Exchange): void {
    const { tag } = this.#pointAt(index);
    const at = exchange?.received ?? this.#now();
    const carried = exchange === undefined ? {} : { exchange: exchange.number };
    this.#put(index, { kind: 'silence', tag, fault, at, ...carried });
  }

  /** All observations; throws when one is missing, which would be our error. */
  complete(): readonly Observation[] {
    return this.#points.map(({ tag }, index) => {
      const observation = this.#observations[index];
      if (observation === undefined) throw new Error(`no observation of ${tag}`);
      return observation;
    });
  }

  #put(index: number, observation: Observation): void {
    if (!this.lacks(index)) throw new Error(`a second observation of ${observation.tag}`);
    this.#observations[index] = observation;
  }

  #pointAt(index: number): PointAddress {
    const point = this.#points[index];
    if (point === undefined) throw new RangeError(`no point ${index}`);
    return point;
  }
}
