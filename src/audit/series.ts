import type { Observation } from '../protocols/index.ts';
import type { ConfirmationRecord, ConfirmedAt, RecordedObservation } from './record.ts';
import { isIn } from './runs.ts';

/** Every sample of one point in the order in which it was seen, unchanged ones too. An array of observations is one. */
export interface Series extends Iterable<RecordedObservation> {
  readonly length: number;
  /** Counted from the end where negative, as of arrays. */
  at(index: number): RecordedObservation | undefined;
}

/** When a sample was seen, by our clock, and by those of the other side as far as they were told. */
export type SeenAt = Pick<RecordedObservation, 'at'> & Pick<ConfirmedAt, 'serverTime' | 'sourceTime'>;

/** Takes one sample: what was said, when it was seen, the entry that holds it, and the one that confirms it. */
export type TakeSight = (said: Observation, when: SeenAt, evidence: number, confirmation: number | undefined) => void;

/** Gives every sample of a series in its order, without making a new object of each. */
export function eachSight(series: Series, take: TakeSight): void {
  if (series instanceof KeptSeries) series.eachSight(take);
  else for (const each of series) take(each, each, each.evidence, each.confirmation);
}

/** When a point was seen last, ms since 1970; undefined where it never was. */
export function lastSeenMs(series: Series): number | undefined {
  return series instanceof KeptSeries ? series.lastSeenMs : series.at(-1)?.at.utc;
}

/** A `confirmation` entry with its number. */
export type Confirmation = ConfirmationRecord & { readonly evidence: number };

/** What a point said anew, as its entry holds it, and what it had said before. */
interface Change {
  readonly body: Observation & { readonly sample: number };
  readonly evidence: number;
  readonly before: Change | undefined;
}

/**
 * The series of one point: only its changes are kept, since a plant has tens of thousands of points. When it was seen
 * again stands in the confirmations of its controller, which all its points share.
 */
export class KeptSeries implements Series {
  readonly #confirmations: readonly Confirmation[];
  #last: Change | undefined;

  constructor(confirmations: readonly Confirmation[]) {
    this.#confirmations = confirmations;
  }

  /** What the point said last, with the number of its entry. */
  get lastChange(): Pick<Change, 'body' | 'evidence'> | undefined {
    return this.#last;
  }

  /** Adds what was said anew. */
  changed(body: Change['body'], evidence: number): void {
    this.#last = { body, evidence, before: this.#last };
  }

  get length(): number {
    return [...this].length;
  }

  at(index: number): RecordedObservation | undefined {
    return index === -1 ? this.#lastSample() : [...this].at(index);
  }

  /** Every sample in the order in which it was seen. */
  eachSight(take: TakeSight): void {
    for (const { body, evidence } of this.#changes()) {
      take(body, body, evidence, undefined);
      for (const confirmation of this.#confirmations) {
        const seen = seenIn(confirmation, evidence);
        if (seen !== undefined) take(body, seen, evidence, confirmation.evidence);
      }
    }
  }

  #changes(): readonly Change[] {
    const changes: Change[] = [];
    for (let change = this.#last; change !== undefined; change = change.before) changes.push(change);
    return changes.reverse();
  }

  *[Symbol.iterator](): Iterator<RecordedObservation> {
    for (const { body, evidence } of this.#changes()) {
      const change = { ...body, evidence };
      yield change;
      for (const confirmation of this.#confirmations) {
        const seen = seenIn(confirmation, evidence);
        if (seen !== undefined) yield sampleOf(change, confirmation, seen);
      }
    }
  }

  /** When it was seen last, ms since 1970. */
  get lastSeenMs(): number | undefined {
    return (this.#lastConfirmed()?.seen ?? this.#last?.body)?.at.utc;
  }

  #lastSample(): RecordedObservation | undefined {
    if (this.#last === undefined) return undefined;
    const { body, evidence } = this.#last;
    const last = this.#lastConfirmed();
    return last === undefined ? { ...body, evidence } : sampleOf({ ...body, evidence }, last.confirmation, last.seen);
  }

  #lastConfirmed(): { readonly confirmation: Confirmation; readonly seen: ConfirmedAt } | undefined {
    if (this.#last === undefined) return undefined;
    for (let at = this.#confirmations.length - 1; at >= 0; at -= 1) {
      const confirmation = this.#confirmations[at];
      const seen = confirmation === undefined ? undefined : seenIn(confirmation, this.#last.evidence);
      if (confirmation !== undefined && seen !== undefined) return { confirmation, seen };
    }
    return undefined;
  }
}

function seenIn({ evidence: confirmation, seen }: Confirmation, evidence: number): ConfirmedAt | undefined {
  if (confirmation < evidence) return undefined;
  for (const each of seen) if (isIn(each.of, evidence)) return each;
  return undefined;
}

/** The sample that was seen again: what was said is in the entry of the change, when it was said again in the confirmation's. */
export function sampleOf(
  change: RecordedObservation,
  { evidence: confirmation, sample }: Pick<Confirmation, 'evidence' | 'sample'>,
  { of: _, ...when }: ConfirmedAt,
): RecordedObservation {
  if (change.kind === 'silence') {
    const { serverTime: __, sourceTime: ___, ...ours } = when;
    return { ...change, ...ours, sample, confirmation };
  }
  // Times that came with the first sight say nothing about a later one.
  const { serverTime: __, sourceTime: ___, ...lasting } = change;
  return { ...lasting, ...when, sample, confirmation };
}
