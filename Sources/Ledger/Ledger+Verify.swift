import GRDB

/// What `history verify` found.
package struct Verification: Hashable, Sendable {
  /// How many entries were looked at.
  package var entries: Int
  /// Digest of the last entry; `nil` of an empty ledger.
  package var head: String?
  /// What is wrong, one line each, at most `Ledger.reportedProblems`.
  package var problems: [String]
  /// Every problem, also those that are not in `problems`.
  package var problemCount: Int
  /// How many entries follow the one whose digest was given; `nil` where none was, or it is not there.
  package var entriesBehindKnownHead: Int?
}

extension Ledger {
  static let reportedProblems = 20

  /// Goes over the whole chain.
  ///
  /// Finds a changed, added, removed or exchanged row or entry, and missing triggers. A chain cannot
  /// show that its last entries were cut off, nor that all of it was made anew: for that, give as
  /// `knownHead` the digest of an entry that was noted elsewhere.
  package func verify(knownHead: String? = nil) throws(LedgerError) -> Verification {
    try guarded {
      try queue.read { database in
        var chain = ChainVerifier(database)
        try chain.checkFile()
        try chain.checkEntries(knownHead: knownHead)
        try chain.checkOrphans()
        return chain.result
      }
    }
  }
}

/// One pass over the chain.
private struct ChainVerifier {
  let database: Database
  var result = Verification(entries: 0, head: nil, problems: [], problemCount: 0)

  init(_ database: Database) { self.database = database }

  mutating func checkFile() throws {
    let lines = try String.fetchAll(database, sql: "PRAGMA quick_check(5)")
    for line in lines where line != "ok" { note("the file is damaged: \(line)") }
    let kept = try LedgerSchema.keptTriggers(database)
    for (name, text) in try LedgerSchema.expectedTriggers().sorted(by: { $0.key < $1.key })
    where kept[name] != text {
      note("the trigger '\(name)', which keeps the ledger append-only, is missing or changed")
    }
  }

  mutating func checkEntries(knownHead: String?) throws {
    var previous = LedgerEntry.noPrevious
    var next = 1
    var known: Int?
    let rows = try Row.fetchCursor(database, sql: "SELECT * FROM entry ORDER BY sequence")
    while let row = try rows.next() {
      let header = try Self.header(row)
      if header.sequence != next {
        note("entries \(next) to \(header.sequence &- 1) are missing")
      } else if header.previous != previous {
        note("entry \(header.sequence) does not follow the one before it")
      }
      try checkContent(header)
      if header.sha256 == knownHead { known = header.sequence }
      previous = header.sha256
      next = header.sequence &+ 1
      result.entries += 1
      result.head = header.sha256
    }
    guard let knownHead else { return }
    result.entriesBehindKnownHead = known.map { next &- 1 &- $0 }
    if known == nil {
      note("no entry has the digest \(knownHead): the end was cut off, or the chain made anew")
    }
  }

  private mutating func checkContent(_ header: LedgerEntry.Header) throws {
    guard header.form == CanonicalForm.current else {
      return note("entry \(header.sequence) is of an unknown form, \(header.form)")
    }
    let digest = try CanonicalForm.digest(of: header, database)
    guard digest == header.sha256 else {
      return note("entry \(header.sequence) was changed: its digest is not that of its content")
    }
  }

  /// Rows that no entry stands for.
  mutating func checkOrphans() throws {
    for table in LedgerTable.all {
      let count = try Int.fetchOne(
        database,
        sql: """
          SELECT COUNT(*) FROM \(table.name)
          WHERE sequence NOT IN (SELECT sequence FROM entry)
          """
      )
      if let count, count > 0 {
        note("\(count) rows of the table '\(table.name)' belong to no entry")
      }
    }
  }

  private static func header(_ row: Row) throws -> LedgerEntry.Header {
    LedgerEntry.Header(
      form: try row.integer("form"),
      sequence: try row.integer("sequence"),
      kind: try row.text("kind"),
      recorded: try row.text("recorded"),
      previous: try row.text("previous"),
      sha256: try row.text("sha256")
    )
  }

  private mutating func note(_ problem: String) {
    result.problemCount += 1
    if result.problems.count < Ledger.reportedProblems { result.problems.append(problem) }
  }
}
