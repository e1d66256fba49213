import Database from 'better-sqlite3';

/** What lives as long as the process. */
const kept: object[] = [];

/**
 * Opens a SQLite file whose handles are never collected: better-sqlite3 before 13 aborts the process when one of its
 * statements is, under Node 24.19 and later (assertion in RemoveEnvironmentCleanupHook), and 13 does not run on Node 20.
 * Throws as the library does.
 */
export function openDatabase(file: string, options: Database.Options = {}): Database.Database {
  const database = new Database(file, options);
  const prepare = database.prepare.bind(database);
  const keep = (sql: string) => {
    const statement = prepare(sql);
    const iterate = statement.iterate.bind(statement);
    const keepIterator = (...parameters: unknown[]) => {
      const rows = iterate(...parameters);
      kept.push(rows);
      return rows;
    };
    kept.push(statement);
    return Object.defineProperty(statement, 'iterate', { value: keepIterator });
  };
  const pragma = (source: string, { simple = false }: Database.PragmaOptions = {}): unknown => {
    const statement = keep(`PRAGMA ${source}`);
    if (!statement.reader) return statement.run();
    return simple ? statement.pluck().get() : statement.all();
  };
  kept.push(database);
  return Object.defineProperties(database, { prepare: { value: keep }, pragma: { value: pragma } });
}

/** Whether an error says that somebody else is writing to the file. */
export function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}
