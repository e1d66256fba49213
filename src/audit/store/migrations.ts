/** One step per version of the file format (`user_version`); steps are only ever added, and only ever run on a new file. */
export const migrations: readonly string[] = [
  `CREATE TABLE entry (
     number INTEGER PRIMARY KEY,
     kind   TEXT NOT NULL,
     body   TEXT NOT NULL,
     hash   TEXT NOT NULL UNIQUE
   ) STRICT;
   CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;
   CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;
   CREATE INDEX entry_by_kind ON entry (kind, number);`,
  // Without indexes over hashes and kinds: nothing asked them, the chain proves more, and they cost most of the writing.
  `DROP TABLE entry;
   CREATE TABLE entry (
     number INTEGER PRIMARY KEY,
     kind   TEXT NOT NULL,
     body   TEXT NOT NULL,
     hash   TEXT NOT NULL
   ) STRICT;
   CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;
   CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;`,
];
