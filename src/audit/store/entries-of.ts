import { fromCanonical } from '../canonical.ts';
import type { EvidenceBodies, EvidenceKind } from '../evidence.ts';
import type { Entry } from './read-entries.ts';

/** All entries of one kind in their order, with their numbers. */
export function entriesOf<K extends EvidenceKind>(
  entries: readonly Entry[],
  kind: K,
): { body: EvidenceBodies[K]; number: number }[] {
  return (
    entries
      .filter((entry) => entry.kind === kind)
      // The chain vouches that these are the bytes that `append` wrote for this kind, so their shape is known.
      .map((entry) => ({ body: fromCanonical(entry.body) as EvidenceBodies[K], number: entry.number }))
  );
}
