import { toCanonical } from '../canonical.ts';
import type { EvidenceBodies, EvidenceKind, EvidenceLog } from '../evidence.ts';
import { entryHash, genesis } from './chain.ts';
import type { Entry } from './read-entries.ts';

/** Evidence in memory, with the same chain as the file: for cases of rules, and for tests. */
export class MemoryLog implements EvidenceLog {
  readonly entries: Entry[] = [];

  append<K extends EvidenceKind>(kind: K, body: EvidenceBodies[K]): number {
    const number = this.entries.length + 1;
    const written = toCanonical(body);
    this.entries.push({ number, kind, body: written, hash: entryHash(this.head(), number, kind, written) });
    return number;
  }

  appendAll<K extends EvidenceKind>(kind: K, bodies: readonly EvidenceBodies[K][]): readonly number[] {
    return bodies.map((body) => this.append(kind, body));
  }

  head(): string {
    return this.entries.at(-1)?.hash ?? genesis;
  }

  close(): void {}
}
