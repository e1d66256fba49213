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
    kept.push(statement);
    return statement;
  };
  const pragma = (source: string, { simple = false }: Database.PragmaOptions = {}): unknown => {
    const statement = keep(`PRAGMA ${source}`);
    if (!statement.reader) return statement.run();
    return simple ? statement.pluck().get() : statement.all();
  };
  kept.push(database);
  return Object.defineProperties(database, { prepare: { value: keep }, pragma: { value: pragma } });
}
