import Database from 'better-sqlite3';
import { toCanonical } from '../canonical.ts';
import type { EvidenceBodies, EvidenceKind, EvidenceLog } from '../evidence.ts';
import { entryHash, genesis } from './chain.ts';
import { migrations } from './migrations.ts';

/**
 * Evidence in one SQLite file. Every entry is on disk in the write-ahead log when `append` returns: a process that is
 * killed leaves a file that opens, verifies, and has no `audit-finished` entry. An existing file is refused.
 */
export function createSqliteLog(file: string): EvidenceLog {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  if (database.pragma('user_version', { simple: true }) !== 0) {
    database.close();
    throw new Error(`${file} holds an audit already`);
  }
  database.transaction(() => {
    for (const step of migrations) database.exec(step);
    database.pragma(`user_version = ${migrations.length}`);
  })();
  return new SqliteLog(database);
}

class SqliteLog implements EvidenceLog {
  private last = 0;
  private hash = genesis;
  private readonly insert: Database.Statement<[number, string, string, string]>;

  constructor(private readonly database: Database.Database) {
    this.insert = database.prepare('INSERT INTO entry (number, kind, body, hash) VALUES (?, ?, ?, ?)');
  }

  append<K extends EvidenceKind>(kind: K, body: EvidenceBodies[K]): number {
    const number = this.last + 1;
    const written = toCanonical(body);
    const hash = entryHash(this.hash, number, kind, written);
    this.insert.run(number, kind, written, hash);
    this.last = number;
    this.hash = hash;
    return number;
  }

  appendAll<K extends EvidenceKind>(kind: K, bodies: readonly EvidenceBodies[K][]): readonly number[] {
    const { last, hash } = this;
    try {
      return this.database.transaction(() => bodies.map((body) => this.append(kind, body)))();
    } catch (error) {
      // The transaction took the rows back, so the chain goes back with them.
      this.last = last;
      this.hash = hash;
      throw error;
    }
  }

  head(): string {
    return this.hash;
  }

  close(): void {
    // One file to hand over: the write-ahead log goes back into it.
    this.database.pragma('wal_checkpoint(TRUNCATE)');
    this.database.pragma('journal_mode = DELETE');
    this.database.close();
  }
}
