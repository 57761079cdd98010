import GRDB

/// The tables of a ledger, and what keeps them append-only.
///
/// Every row belongs to one entry. Rows go in before their entry, the entry closes the set, and from
/// then on triggers refuse whatever would change it.
enum LedgerSchema {
  /// Marks the file as a ledger (`PRAGMA application_id`): "ASAY".
  static let applicationID: Int32 = 0x4153_4159

  /// One step of the schema each, oldest first; the number done is the file's `user_version`.
  private static let migrations: [@Sendable (Database) throws -> Void] = [
    { database in
      try database.execute(sql: tables)
      try database.execute(sql: chainTriggers)
      for table in LedgerTable.all { try database.execute(sql: triggers(of: table.name)) }
      try database.execute(sql: triggers(of: "entry", isChild: false))
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
  ]

  static var version: Int { migrations.count }

  /// Makes the tables that are missing, in the transaction that is open.
  static func migrate(_ database: Database, path: String) throws {
    let done = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard done <= version else {
      throw LedgerError.newer(path: path, version: done, known: version)
    }
    guard done < version else { return }
    for migration in migrations[done...] { try migration(database) }
    try database.execute(sql: "PRAGMA user_version = \(version)")
  }

  /// Text of every trigger of this version by name, as SQLite keeps it.
  static func expectedTriggers() throws -> [String: String] {
    let queue = try DatabaseQueue()
    return try queue.write { database in
      try migrate(database, path: "")
      return try keptTriggers(database)
    }
  }

  static func keptTriggers(_ database: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    )
    var triggers: [String: String] = [:]
    for row in rows { triggers[try row.text("name")] = try row.text("sql") }
    return triggers
  }

  private static let tables = """
    CREATE TABLE entry (
      sequence INTEGER PRIMARY KEY NOT NULL CHECK (sequence > 0),
      form INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('run', 'decision')),
      recorded TEXT NOT NULL,
      previous TEXT NOT NULL,
      sha256 TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE run (
      sequence INTEGER PRIMARY KEY NOT NULL
        REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED,
      tool TEXT NOT NULL,
      version TEXT NOT NULL,
      command TEXT NOT NULL,
      series TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('complete', 'partial', 'failed')),
      note TEXT NOT NULL,
      verdict TEXT,
      report TEXT
    ) STRICT;
    CREATE TABLE parameter (
      sequence INTEGER NOT NULL REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED,
      name TEXT NOT NULL,
      number REAL,
      text TEXT,
      PRIMARY KEY (sequence, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE input (
      sequence INTEGER NOT NULL REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED,
      position INTEGER NOT NULL,
      role TEXT NOT NULL,
      name TEXT NOT NULL,
      format TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      images INTEGER NOT NULL,
      annotations INTEGER NOT NULL,
      categories INTEGER NOT NULL,
      quarantined INTEGER NOT NULL,
      PRIMARY KEY (sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE excluded (
      sequence INTEGER NOT NULL REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED,
      name TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (sequence, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE measure (
      sequence INTEGER NOT NULL REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED,
      slice TEXT NOT NULL,
      metric TEXT NOT NULL,
      position INTEGER NOT NULL,
      value REAL,
      n INTEGER,
      low REAL,
      high REAL,
      interval TEXT,
      undefined TEXT,
      PRIMARY KEY (sequence, slice, metric, position),
      CHECK ((value IS NULL) <> (undefined IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE rule (
      sequence INTEGER NOT NULL REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED,
      position INTEGER NOT NULL,
      rule TEXT NOT NULL,
      severity TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE clause (
      sequence INTEGER NOT NULL REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED,
      position INTEGER NOT NULL,
      metric TEXT NOT NULL,
      slice TEXT NOT NULL,
      target TEXT NOT NULL,
      bound TEXT NOT NULL,
      verdict TEXT NOT NULL,
      measured REAL,
      reason TEXT NOT NULL,
      PRIMARY KEY (sequence, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE decision (
      sequence INTEGER PRIMARY KEY NOT NULL
        REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED,
      run INTEGER NOT NULL REFERENCES run (sequence),
      decision TEXT NOT NULL CHECK (decision IN ('accept', 'reject')),
      person TEXT NOT NULL CHECK (person <> ''),
      reason TEXT NOT NULL CHECK (reason <> '')
    ) STRICT;
    CREATE INDEX decision_run ON decision (run);
    """

  /// An entry follows the last one; its digest is checked by `history verify`.
  private static let chainTriggers = """
    CREATE TRIGGER entry_follows BEFORE INSERT ON entry
    WHEN NEW.sequence <> (SELECT COALESCE(MAX(sequence), 0) + 1 FROM entry)
      OR NEW.previous <> COALESCE(
        (SELECT sha256 FROM entry ORDER BY sequence DESC LIMIT 1), '\(LedgerEntry.noPrevious)')
    BEGIN SELECT RAISE(ABORT, 'an entry must follow the last one'); END;
    """

  private static func triggers(of table: String, isChild: Bool = true) -> String {
    let closed = """
      CREATE TRIGGER \(table)_closed BEFORE INSERT ON \(table)
      WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.sequence)
      BEGIN SELECT RAISE(ABORT, 'the entry is closed'); END;
      """
    return """
      CREATE TRIGGER \(table)_kept BEFORE UPDATE ON \(table)
      BEGIN SELECT RAISE(ABORT, 'a ledger is only appended to'); END;
      CREATE TRIGGER \(table)_stays BEFORE DELETE ON \(table)
      BEGIN SELECT RAISE(ABORT, 'a ledger is only appended to'); END;
      \(isChild ? closed : "")
      """
  }
}
