import { fromCanonical } from '../canonical.ts';
import type { EvidenceBodies } from '../evidence.ts';
import type { RecordedObservation } from '../record.ts';
import { type SeenAgain, sampleOf } from '../series.ts';
import type { Entry } from './read-entries.ts';

/**
 * Every sample that a list of entries holds, in their order: changes as they were written, and what was confirmed as it
 * was seen then. A confirmation of an entry that holds no observation throws.
 */
export function readSamples(entries: readonly Entry[]): readonly RecordedObservation[] {
  const changes = new Map<number, RecordedObservation>();
  const samples: RecordedObservation[] = [];
  for (const { number, kind, body } of entries) {
    if (kind === 'observation') {
      // The chain vouches that these are the bytes that `append` wrote for this kind, so their shape is known.
      const change = { ...(fromCanonical(body) as EvidenceBodies['observation']), evidence: number };
      changes.set(number, change);
      samples.push(change);
    }
    if (kind === 'confirmation') {
      const { sample, seen } = fromCanonical(body) as EvidenceBodies['confirmation'];
      for (const { of, ...when } of seen) {
        const again: SeenAgain = { ...when, sample, confirmation: number };
        for (const evidence of of.flatMap(numbersOf)) samples.push(sampleOf(changeAt(changes, evidence), again));
      }
    }
  }
  return samples;
}

function numbersOf(run: number | readonly [number, number]): readonly number[] {
  if (typeof run === 'number') return [run];
  const [first, last] = run;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function changeAt(changes: ReadonlyMap<number, RecordedObservation>, evidence: number): RecordedObservation {
  const change = changes.get(evidence);
  if (change === undefined) throw new Error(`entry ${evidence} was confirmed and is no observation`);
  return change;
}
