import GRDB
import Glibc

/// Opens the file of a ledger, and leaves alone what is none.
enum LedgerConnection {
  /// How many seconds an open or a write waits for another process.
  static let patience = 30

  /// Opens a ledger to add to it; makes it where there is none.
  static func writable(_ path: String) throws(LedgerError) -> DatabaseQueue {
    // Looked at first without a right to write: opening something else must not change it.
    if size(path) ?? 0 > 0 { try readable(path, mayBeEmpty: true).closed(path) }
    var configuration = Self.configuration
    configuration.prepareDatabase { database in
      // A committed run survives a loss of power, too.
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try patiently { try switchToWAL(queue) }
      try queue.write { database in
        try database.execute(sql: "PRAGMA trusted_schema = OFF")
        try LedgerSchema.migrate(database, path: path)
      }
      return queue
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
      throw size(path) == nil
        ? .unreadable(
          path: path,
          reason: "cannot be made; is its folder there, and may be written?"
        )
        : .readOnly(path: path)
    } catch {
      throw LedgerError(error, path: path)
    }
  }

  /// Opens a ledger that is there, to read it.
  ///
  /// `mayBeEmpty`: an SQLite file without any table passes. That is what is there where the first run was
  /// killed before it was entered.
  static func readable(
    _ path: String,
    mayBeEmpty: Bool = false
  ) throws(LedgerError) -> DatabaseQueue {
    guard let size = size(path) else {
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    guard size > 0 else { throw .notALedger(path: path, reason: "the file is empty") }
    var configuration = Self.configuration
    // Not opened as read-only: such a reader would leave the journal's files behind.
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA query_only = ON")
    }
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.read { database in try check(database, path, mayBeEmpty: mayBeEmpty) }
      return queue
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
      throw .unreadable(
        path: path,
        reason: "cannot be opened; where its folder may not be written, copy it to one that may"
      )
    } catch {
      throw LedgerError(error, path: path)
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(Double(patience))
    configuration.label = "ledger"
    return configuration
  }

  private static func check(_ database: Database, _ path: String, mayBeEmpty: Bool) throws {
    if try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM sqlite_master") == 0 {
      guard !mayBeEmpty else { return }
      throw LedgerError.notALedger(path: path, reason: "nothing was entered into it yet")
    }
    let application = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    guard application == LedgerSchema.applicationID else {
      throw LedgerError.notALedger(path: path, reason: "it is a SQLite file of something else")
    }
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard version <= LedgerSchema.version else {
      throw LedgerError.newer(path: path, version: version, known: LedgerSchema.version)
    }
  }

  private static func switchToWAL(_ queue: DatabaseQueue) throws {
    try queue.writeWithoutTransaction { database in
      guard try String.fetchOne(database, sql: "PRAGMA journal_mode") != "wal" else { return }
      _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
    }
  }

  /// Tries again while the file is locked: SQLite does not wait where it changes the journal.
  private static func patiently(_ body: () throws -> Void) throws {
    for _ in 0..<patience * 100 {
      do {
        return try body()
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
        usleep(10_000)
      }
    }
    try body()
  }

  /// Bytes of the file, `nil` where there is none.
  private static func size(_ path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }
}

extension DatabaseQueue {
  fileprivate func closed(_ path: String) throws(LedgerError) {
    do { try close() } catch { throw LedgerError(error, path: path) }
  }
}
