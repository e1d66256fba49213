import type Database from 'better-sqlite3';
import { toCanonical } from '../canonical.ts';
import type { EvidenceBodies, EvidenceKind, EvidenceLog } from '../evidence.ts';
import { entryHash, genesis } from './chain.ts';
import { migrations } from './migrations.ts';
import { openDatabase } from './open-database.ts';
import { readEntries, verifyChain } from './read-entries.ts';

/** Entries of one kind that are written together or not at all. */
interface Batch {
  readonly kind: EvidenceKind;
  readonly bodies: readonly EvidenceBodies[EvidenceKind][];
}

type Row = [number: number, kind: string, body: string, hash: string];

/** How long the readers wait for the writing at a time, ms. */
const sliceMs = 2;
/** More entries than these do not wait in memory. */
const mostWaiting = 20_000;

/**
 * Evidence in one SQLite file. Entries are written behind the readers' back, in their order and within moments: a slow disk
 * delays no reading. A process that is killed leaves a file that opens, verifies, lacks its last moment and has no
 * `audit-finished` entry. What could not be written makes every later call throw. An existing file is refused.
 */
export function createSqliteLog(file: string): EvidenceLog {
  const database = openDatabase(file);
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

/** Whether another process still has the evidence file open: only one who is alone with it may leave its write-ahead log. */
export function isBeingWritten(file: string): boolean {
  const database = openDatabase(file, { fileMustExist: true, timeout: 200 });
  try {
    return database.pragma('journal_mode = DELETE', { simple: true }) !== 'delete';
  } catch {
    return true;
  } finally {
    database.close();
  }
}

/** Goes on with an evidence file that has no end yet, behind its last entry. One that is being written, or whose chain breaks, throws. */
export function continueSqliteLog(file: string): EvidenceLog {
  if (isBeingWritten(file)) throw new Error(`${file} is being written`);
  const chain = verifyChain(readEntries(file));
  if (!chain.intact) throw new Error(`the evidence chain breaks at entry ${chain.firstBroken} (${chain.because})`);
  const database = openDatabase(file, { fileMustExist: true });
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  // From the first transaction on, others see that somebody holds the log.
  database.exec('BEGIN IMMEDIATE; COMMIT');
  return new SqliteLog(database, { number: chain.entries, hash: chain.head });
}

class SqliteLog implements EvidenceLog {
  readonly #database: Database.Database;
  readonly #insert: Database.Statement<Row>;
  #waiting: Batch[] = [];
  #given: number;
  #written: number;
  #hash: string;
  #isAwake = false;
  #failure: Error | undefined;

  /** `last`: the entry behind which it goes on. */
  constructor(database: Database.Database, last = { number: 0, hash: genesis }) {
    this.#database = database;
    this.#given = last.number;
    this.#written = last.number;
    this.#hash = last.hash;
    this.#insert = database.prepare('INSERT INTO entry (number, kind, body, hash) VALUES (?, ?, ?, ?)');
  }

  append<K extends EvidenceKind>(kind: K, body: EvidenceBodies[K]): number {
    this.#take({ kind, bodies: [body] });
    return this.#given;
  }

  appendAll<K extends EvidenceKind>(kind: K, bodies: readonly EvidenceBodies[K][]): readonly number[] {
    const first = this.#given + 1;
    this.#take({ kind, bodies });
    return bodies.map((_, index) => first + index);
  }

  head(): string {
    this.#writeAll();
    return this.#hash;
  }

  close(): void {
    try {
      this.#writeAll();
      // One file to hand over: the write-ahead log goes back into it.
      this.#database.pragma('wal_checkpoint(TRUNCATE)');
      this.#database.pragma('journal_mode = DELETE');
    } finally {
      this.#database.close();
    }
  }

  #take(batch: Batch): void {
    if (this.#failure !== undefined) throw this.#failure;
    this.#waiting.push(batch);
    this.#given += batch.bodies.length;
    if (this.#given - this.#written > mostWaiting) this.#writeAll();
    else this.#wake();
  }

  #wake(): void {
    if (this.#isAwake) return;
    this.#isAwake = true;
    setImmediate(() => {
      this.#isAwake = false;
      if (this.#failure !== undefined || !this.#database.open) return;
      try {
        this.#write(performance.now() + sliceMs);
      } catch {
        // Nobody waits here: the next call throws it.
        return;
      }
      if (this.#waiting.length > 0) this.#wake();
    });
  }

  #writeAll(): void {
    if (this.#failure !== undefined) throw this.#failure;
    this.#write(Number.POSITIVE_INFINITY);
  }

  /** Writes in one transaction what can be put into canonical form until then; at the first that cannot, it throws, after those before it. */
  #write(untilMs: number): void {
    const rows: Row[] = [];
    let batches = 0;
    try {
      for (const batch of this.#waiting) {
        for (const row of this.#rowsOf(batch, rows.at(-1))) rows.push(row);
        batches += 1;
        if (performance.now() > untilMs) break;
      }
    } catch (error) {
      this.#failure = error instanceof Error ? error : new Error(String(error));
    }
    try {
      this.#insertAll(rows);
    } catch (error) {
      this.#failure = error instanceof Error ? error : new Error(String(error));
    }
    this.#waiting = this.#waiting.slice(batches);
    if (this.#failure !== undefined) throw this.#failure;
  }

  #rowsOf({ kind, bodies }: Batch, last: Row | undefined): readonly Row[] {
    let [number, , , hash] = last ?? [this.#written, '', '', this.#hash];
    return bodies.map((body): Row => {
      const canonical = toCanonical(body);
      number += 1;
      hash = entryHash(hash, number, kind, canonical);
      return [number, kind, canonical, hash];
    });
  }

  #insertAll(rows: readonly Row[]): void {
    const last = rows.at(-1);
    if (last === undefined) return;
    this.#database.transaction(() => {
      for (const row of rows) this.#insert.run(...row);
    })();
    [this.#written, , , this.#hash] = last;
  }
}
