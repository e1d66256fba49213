import { entryHash, genesis } from './chain.ts';
import { openDatabase } from './open-database.ts';

/** One entry as it stands in the file. */
export interface Entry {
  readonly number: number;
  readonly kind: string;
  readonly body: string;
  readonly hash: string;
}

/** What a walk along the chain found: intact up to its head, or the first entry that does not hold. */
export type ChainState =
  | { readonly intact: true; readonly entries: number; readonly head: string }
  | { readonly intact: false; readonly firstBroken: number; readonly because: 'number' | 'hash' };

/** Reads all entries of an evidence file, opened read-only. A file that is no evidence file throws. */
export function readEntries(file: string): readonly Entry[] {
  const database = openDatabase(file, { readonly: true, fileMustExist: true });
  try {
    return database.prepare<[], Entry>('SELECT number, kind, body, hash FROM entry ORDER BY number').all();
  } finally {
    database.close();
  }
}

/** Recomputes every hash from the first entry on. */
export function verifyChain(entries: readonly Entry[]): ChainState {
  let hash = genesis;
  for (const [index, entry] of entries.entries()) {
    if (entry.number !== index + 1) return { intact: false, firstBroken: index + 1, because: 'number' };
    hash = entryHash(hash, entry.number, entry.kind, entry.body);
    if (hash !== entry.hash) return { intact: false, firstBroken: entry.number, because: 'hash' };
  }
  return { intact: true, entries: entries.length, head: hash };
}
