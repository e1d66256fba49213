import { existsSync } from 'node:fs';
import { migrations } from './migrations.ts';
import { openDatabase } from './open-database.ts';
import { type Entry, verifyChain } from './read-entries.ts';

/** Writes entries of elsewhere as an evidence file, exactly as they are. A broken chain or an existing file is refused. */
export function writeEntries(file: string, entries: readonly Entry[]): void {
  if (existsSync(file)) throw new Error(`${file} exists`);
  const chain = verifyChain(entries);
  if (!chain.intact) throw new Error(`the evidence chain breaks at entry ${chain.firstBroken} (${chain.because})`);
  const database = openDatabase(file);
  try {
    database.transaction(() => {
      for (const step of migrations) database.exec(step);
      database.pragma(`user_version = ${migrations.length}`);
      const insert = database.prepare('INSERT INTO entry (number, kind, body, hash) VALUES (?, ?, ?, ?)');
      for (const { number, kind, body, hash } of entries) insert.run(number, kind, body, hash);
    })();
  } finally {
    database.close();
  }
}
