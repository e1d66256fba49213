import { existsSync } from 'node:fs';
import type Database from 'better-sqlite3';
import {
  type ChainState,
  entryHash,
  fromCanonical,
  genesis,
  isBusy,
  openDatabase,
  toCanonical,
  verifyChain,
} from '../../audit/index.ts';
import { type NewEntry, parseEntry, type RegisterEntry } from './register-entry.ts';

/** `Trip` in the header of the file: an audit is not taken for a register, nor a register for an audit. */
const applicationId = 0x54726370;

const migrations: readonly string[] = [
  `CREATE TABLE entry (
     number INTEGER PRIMARY KEY,
     kind   TEXT NOT NULL,
     body   TEXT NOT NULL,
     hash   TEXT NOT NULL UNIQUE
   ) STRICT;
   CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'a register is append-only'); END;
   CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'a register is append-only'); END;`,
];

interface Row {
  readonly number: number;
  readonly kind: string;
  readonly body: string;
  readonly hash: string;
}

/** Whether entries were written, or who was quicker. */
export type Appended =
  | { readonly ok: true; readonly entries: readonly RegisterEntry[] }
  | { readonly ok: false; readonly newer: readonly RegisterEntry[] }
  | { readonly ok: false; readonly busy: true };

/**
 * The case register: one SQLite file, append-only, each entry chained to the one before. All entries of one act are
 * written together or not at all, and only if nobody has written since the caller looked.
 */
export class RegisterFile {
  private constructor(private readonly database: Database.Database) {}

  /** Opens a register, or makes a new one where `create` gives the entry that opens it. Anything else than a register throws. */
  static open(file: string, create?: NewEntry): RegisterFile {
    if (create === undefined && !existsSync(file)) throw new Error(`${file} does not exist`);
    const database = openDatabase(file, { timeout: 2000 });
    try {
      // A file that a killed process left empty is as good as none.
      const isEmpty = database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;
      if (!isEmpty && database.pragma('application_id', { simple: true }) !== applicationId)
        throw new Error(`${file} is no case register`);
      if (isEmpty && create === undefined) throw new Error(`${file} is no case register`);
      if (isEmpty) database.pragma('journal_mode = WAL');
      database.pragma('synchronous = FULL');
      database.transaction(() => bringUpToDate(database, file)).immediate();
      const register = new RegisterFile(database);
      if (create !== undefined && register.rows().length === 0) register.append([create], 0);
      return register;
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** All entries, parsed. A broken chain throws: nothing in it may be built upon. */
  entries(): readonly RegisterEntry[] {
    const rows = this.rows();
    const chain = verifyChain(rows);
    if (!chain.intact) throw new Error(`the register breaks at entry ${chain.firstBroken} (${chain.because})`);
    return rows.map((row) => parseEntry({ ...row, body: fromCanonical(row.body) }));
  }

  /** Walks the chain without building on it. */
  verify(): ChainState {
    return verifyChain(this.rows());
  }

  /** Writes entries after entry number `after`, all or none; loses to anybody who has written in the meantime. */
  append(added: readonly NewEntry[], after: number): Appended {
    const insert = this.database.prepare('INSERT INTO entry (number, kind, body, hash) VALUES (?, ?, ?, ?)');
    try {
      return this.database
        .transaction((): Appended => {
          const newer = this.rows(after);
          if (newer.length > 0)
            return { ok: false, newer: newer.map((row) => parseEntry({ ...row, body: fromCanonical(row.body) })) };
          let hash = this.hashAt(after);
          const entries = added.map((entry, index): RegisterEntry => {
            const number = after + index + 1;
            const body = toCanonical(entry.body);
            hash = entryHash(hash, number, entry.kind, body);
            insert.run(number, entry.kind, body, hash);
            return { ...entry, number, hash };
          });
          return { ok: true, entries };
        })
        .immediate();
    } catch (error) {
      if (isBusy(error)) return { ok: false, busy: true };
      throw error;
    }
  }

  close(): void {
    this.database.close();
  }

  private rows(after = 0): readonly Row[] {
    return this.database
      .prepare<[number], Row>('SELECT number, kind, body, hash FROM entry WHERE number > ? ORDER BY number')
      .all(after);
  }

  private hashAt(number: number): string {
    if (number === 0) return genesis;
    const row = this.database.prepare<[number], Row>('SELECT * FROM entry WHERE number = ?').get(number);
    if (row === undefined) throw new Error(`the register has no entry ${number}`);
    return row.hash;
  }
}

function bringUpToDate(database: Database.Database, file: string): void {
  const version = Number(database.pragma('user_version', { simple: true }));
  if (version > migrations.length) throw new Error(`${file} was written by a newer version`);
  for (const step of migrations.slice(version)) database.exec(step);
  database.pragma(`user_version = ${migrations.length}`);
  database.pragma(`application_id = ${applicationId}`);
}
