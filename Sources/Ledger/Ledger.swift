import GRDB

/// Audits kept in SQLite: entries that are only ever appended, each chained to the one before.
///
/// An entry is written in one transaction, whole or not at all; processes that append at once wait for
/// each other.
package struct Ledger: Sendable {
  package let path: String
  let queue: DatabaseQueue

  /// Opens the ledger at a path to add to it; makes it where there is none.
  package init(appendingTo path: String) throws(LedgerError) {
    self.path = path
    queue = try LedgerConnection.writable(path)
  }

  /// Opens the ledger at a path to read it.
  package init(reading path: String) throws(LedgerError) {
    self.path = path
    queue = try LedgerConnection.readable(path)
  }

  /// Adds an entry at a time given in UTC (`2026-11-21T09:30:00Z`), and gives the new end of the chain.
  @discardableResult
  package func append(
    _ entry: LedgerEntry,
    recorded: String
  ) throws(LedgerError) -> LedgerEntry.Header {
    try guarded {
      try queue.write { database in
        try EntryWriter(database, path: path).append(entry, recorded: recorded)
      }
    }
  }

  /// Leaves the file as one file: what stands in the journal beside it is brought in.
  package func close() throws(LedgerError) {
    try guarded { try queue.close() }
  }

  /// Gives errors of SQLite the ledger's words.
  func guarded<Result>(_ body: () throws -> Result) throws(LedgerError) -> Result {
    do { return try body() } catch { throw LedgerError(error, path: path) }
  }
}
