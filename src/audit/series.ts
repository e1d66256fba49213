import type { EpochMs, Moment } from '../protocols/index.ts';
import type { RecordedObservation } from './record.ts';

/** Every sample of one point in the order in which it was seen, unchanged ones too. An array of observations is one. */
export interface Series extends Iterable<RecordedObservation> {
  readonly length: number;
  /** Counted from the end where negative, as of arrays. */
  at(index: number): RecordedObservation | undefined;
}

/** One more time that points were seen as before: when, in which round, and the entry that says so. */
export interface SeenAgain {
  readonly at: Moment;
  readonly sample: number;
  readonly confirmation: number;
  readonly exchange?: number;
  readonly serverTime?: EpochMs;
  readonly sourceTime?: EpochMs;
}

/** The series of one point: its changes whole, and for each time that it was seen again a reference to when that was. */
export class KeptSeries implements Series {
  readonly #samples: (RecordedObservation | SeenAgain)[] = [];
  #last: RecordedObservation | undefined;

  /** What the point said last, as its entry holds it. */
  get lastChange(): RecordedObservation | undefined {
    return this.#last;
  }

  get length(): number {
    return this.#samples.length;
  }

  changed(observation: RecordedObservation): void {
    this.#samples.push(observation);
    this.#last = observation;
  }

  /** There must have been a change before it. */
  seen(again: SeenAgain): void {
    if (this.#last === undefined) throw new Error('nothing was seen that could be seen again');
    this.#samples.push(again);
  }

  at(index: number): RecordedObservation | undefined {
    const from = index < 0 ? this.#samples.length + index : index;
    const sample = this.#samples[from];
    if (sample === undefined || 'kind' in sample) return sample;
    for (let before = from - 1; before >= 0; before -= 1) {
      const change = this.#samples[before];
      if (change !== undefined && 'kind' in change) return sampleOf(change, sample);
    }
    return undefined;
  }

  *[Symbol.iterator](): Iterator<RecordedObservation> {
    let change: RecordedObservation | undefined;
    for (const sample of this.#samples) {
      if ('kind' in sample) change = sample;
      if (change !== undefined) yield 'kind' in sample ? sample : sampleOf(change, sample);
    }
  }
}

/** What was said is in the entry of the change, when it was said again in that of the confirmation. */
export function sampleOf(change: RecordedObservation, again: SeenAgain): RecordedObservation {
  if (change.kind === 'silence') {
    const { serverTime: _, sourceTime: __, ...when } = again;
    return { ...change, ...when };
  }
  // Times that came with the first sight say nothing about a later one.
  const { serverTime: _, sourceTime: __, ...lasting } = change;
  return { ...lasting, ...again };
}
