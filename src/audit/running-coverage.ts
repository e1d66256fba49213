import type { Plant } from '../plant/index.ts';
import { type Catalogue, requiredFunctions } from '../rules/index.ts';
import { type PlannedJudgement, partsOf } from './planned-judgement.ts';

/** Of the required functions that must be proved live: how many there are, and of how many everything asked has been read. */
export interface Seen {
  readonly required: number;
  readonly read: number;
}

/**
 * How far the reading of an audit has come, in required functions. It says what was read, never what it comes to: a row
 * that nobody declared, or that is left out, is never among the read ones.
 */
export class RunningCoverage {
  readonly #rows: readonly Set<string>[];
  readonly #required: number;
  readonly #read = new Set<string>();
  #seen: Seen;

  constructor(plant: Plant, catalogue: Catalogue, judgements: readonly PlannedJudgement[]) {
    const live = requiredFunctions(plant, catalogue).filter(
      ({ nature, standing }) => nature !== 'passive' && (standing === 'required' || standing === 'scale-unknown'),
    );
    const tags = new Map<string, Set<string>>();
    for (const planned of judgements) {
      const { subject } = planned;
      if (subject.kind !== 'safety-function' && subject.kind !== 'required-function') continue;
      const rows = subject.kind === 'safety-function' ? subject.rows.map(({ id }) => id) : [subject.id];
      const needed = partsOf(planned).flatMap(({ needs }) =>
        needs.flatMap((need) => (need.kind === 'reading' || need.kind === 'series' ? [need.tag] : [])),
      );
      for (const row of rows) {
        const own = tags.get(row) ?? new Set();
        for (const tag of needed) own.add(tag);
        tags.set(row, own);
      }
    }
    this.#required = live.length;
    this.#rows = live.flatMap(({ id }) => tags.get(id) ?? []).filter((row) => row.size > 0);
    this.#seen = { required: this.#required, read: 0 };
  }

  /** Takes note of tags that gave a reading. */
  take(tags: readonly string[]): void {
    const before = this.#read.size;
    for (const tag of tags) this.#read.add(tag);
    if (this.#read.size === before) return;
    const read = this.#rows.filter((row) => [...row].every((tag) => this.#read.has(tag))).length;
    this.#seen = { required: this.#required, read };
  }

  get seen(): Seen {
    return this.#seen;
  }
}
