import { fromCanonical } from '../canonical.ts';
import type { EvidenceBodies } from '../evidence.ts';
import type { RecordedObservation } from '../record.ts';
import { numbersIn } from '../runs.ts';
import { sampleOf } from '../series.ts';
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
      const confirmation = { ...(fromCanonical(body) as EvidenceBodies['confirmation']), evidence: number };
      for (const seen of confirmation.seen) {
        for (const of of numbersIn(seen.of)) samples.push(sampleOf(changeAt(changes, of), confirmation, seen));
      }
    }
  }
  return samples;
}

function changeAt(changes: ReadonlyMap<number, RecordedObservation>, evidence: number): RecordedObservation {
  const change = changes.get(evidence);
  if (change === undefined) throw new Error(`entry ${evidence} was confirmed and is no observation`);
  return change;
}
