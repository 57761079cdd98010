import Findings
import GRDB
import Ledger
import TestSupport
import Testing

@Suite("The chain of a ledger")
struct ChainTests {
  @Test("is whole as it was written, and ends with the last entry's digest")
  func whole() throws {
    let folder = try TemporaryFolder()
    let path = try LedgerSample.ledger(in: folder)
    let result = try LedgerSample.verify(path)
    #expect(result.problems == [] && result.entries == 6)
    let ledger = try Ledger(appendingTo: path)
    let header = try ledger.append(.run(LedgerSample.run()), recorded: LedgerSample.time)
    try ledger.close()
    #expect(header.sequence == 7 && header.previous == result.head)
    #expect(try LedgerSample.verify(path).head == header.sha256)
  }

  @Test("is the same for the same entries")
  func same() throws {
    let folders = [try TemporaryFolder(), try TemporaryFolder()]
    let heads = try folders.map { try LedgerSample.verify(LedgerSample.ledger(in: $0)).head }
    #expect(heads[0] == heads[1] && heads[0] != nil)
  }

  @Test(
    "shows whatever was changed, added, removed or moved",
    arguments: [
      (
        "UPDATE measure SET value = 0.9 WHERE sequence = 2 AND metric = 'dice'",
        "entry 2 was changed"
      ),
      ("UPDATE measure SET n = n + 1 WHERE sequence = 1", "entry 1 was changed"),
      ("UPDATE measure SET undefined = 'x' WHERE sequence = 3 AND value IS NULL", "entry 3"),
      ("UPDATE run SET state = 'failed' WHERE sequence = 4", "entry 4 was changed"),
      ("UPDATE run SET report = NULL WHERE sequence = 4", "entry 4 was changed"),
      ("UPDATE run SET note = series, series = note WHERE sequence = 5", "entry 5 was changed"),
      ("UPDATE parameter SET number = 0.6 WHERE sequence = 1 AND name = 'iou'", "entry 1"),
      ("UPDATE input SET sha256 = 'ff' WHERE sequence = 1", "entry 1 was changed"),
      ("UPDATE excluded SET count = 0 WHERE sequence = 1", "entry 1 was changed"),
      ("UPDATE rule SET count = 0 WHERE sequence = 5", "entry 5 was changed"),
      ("UPDATE decision SET decision = 'reject'", "entry 6 was changed"),
      ("UPDATE decision SET person = 'Eve'", "entry 6 was changed"),
      ("UPDATE decision SET run = 3", "entry 6 was changed"),
      ("UPDATE entry SET recorded = '2020-01-01T00:00:00Z' WHERE sequence = 1", "entry 1"),
      ("UPDATE entry SET kind = 'decision' WHERE sequence = 1", "entry 1 was changed"),
      ("UPDATE entry SET sha256 = 'x' WHERE sequence = 3", "entry 3 was changed"),
      ("DELETE FROM measure WHERE sequence = 2 AND slice <> '{}'", "entry 2 was changed"),
      ("DELETE FROM entry WHERE sequence = 3", "entries 3 to 3 are missing"),
      ("DELETE FROM entry WHERE sequence = 1", "entries 1 to 1 are missing"),
      (
        "DELETE FROM entry WHERE sequence = 3; UPDATE entry SET sequence = sequence - 1 WHERE sequence > 3",
        "entry 3 does not follow"
      ),
      (
        """
        UPDATE entry SET sequence = -2 WHERE sequence = 2;
        UPDATE entry SET sequence = 2 WHERE sequence = 3;
        UPDATE entry SET sequence = 3 WHERE sequence = -2
        """,
        "entry 2 does not follow"
      ),
      ("INSERT INTO measure VALUES (9, '{}', 'dice', 0, 1, 1, NULL, NULL, NULL, NULL)", "no entry"),
      ("INSERT INTO excluded VALUES (2, 'more', 1)", "entry 2 was changed"),
      ("INSERT INTO entry VALUES (7, 1, 'run', 't', 'x', 'y')", "entry 7 does not follow"),
    ]
  )
  func tampering(sql: String, problem: String) throws {
    let folder = try TemporaryFolder()
    let path = try LedgerSample.ledger(in: folder)
    // The check of a column's own rules is off: whoever changes a file can do without them.
    try LedgerSample.tamper(path, "PRAGMA ignore_check_constraints = ON;" + sql)
    let result = try LedgerSample.verify(path)
    #expect(result.problems.contains { $0.contains(problem) }, "\(result.problems)")
  }

  @Test("shows that what keeps it append-only was taken away")
  func triggers() throws {
    let folder = try TemporaryFolder()
    let path = try LedgerSample.ledger(in: folder)
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "DROP TRIGGER measure_kept") }
    try queue.close()
    let problems = try LedgerSample.verify(path).problems
    #expect(problems.count == 1 && problems[0].contains("'measure_kept'"), "\(problems)")
  }

  @Test("cannot by itself show that its end was cut off; a head noted before does")
  func cutTail() throws {
    let folder = try TemporaryFolder()
    let path = try LedgerSample.ledger(in: folder)
    let noted = try #require(try LedgerSample.verify(path).head)
    #expect(try LedgerSample.verify(path, knownHead: noted).entriesBehindKnownHead == 0)
    try LedgerSample.tamper(
      path,
      "DELETE FROM decision WHERE sequence = 6; DELETE FROM entry WHERE sequence = 6"
    )
    #expect(try LedgerSample.verify(path).problems == [])
    let result = try LedgerSample.verify(path, knownHead: noted)
    #expect(result.problems.contains { $0.contains("cut off") } && result.problemCount == 1)
  }

  @Test(
    "refuses changes from within: entries are only appended, and closed once they are",
    arguments: [
      "UPDATE measure SET value = 1 WHERE sequence = 1", "DELETE FROM measure", "DELETE FROM entry",
      "UPDATE entry SET recorded = ''", "DELETE FROM run", "UPDATE decision SET person = 'Eve'",
      "INSERT INTO excluded VALUES (1, 'more', 1)",
      "INSERT OR REPLACE INTO excluded VALUES (1, 'absorbed-a', 9)",
      "INSERT OR REPLACE INTO run SELECT sequence, tool, version, command, series, 'failed', note, verdict, report FROM run",
      "INSERT INTO entry VALUES (9, 1, 'run', '', '', '')",
      "INSERT INTO entry VALUES (7, 1, 'run', '', '', '')",
      "INSERT INTO excluded VALUES (7, 'of no entry', 1)",
    ]
  )
  func refuses(sql: String) throws {
    let folder = try TemporaryFolder()
    let path = try LedgerSample.ledger(in: folder)
    let queue = try DatabaseQueue(path: path)
    #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
    try queue.close()
    #expect(try LedgerSample.verify(path).problems == [])
  }

  @Test("has digests that another implementation works out too")
  func secondOpinion() throws {
    let folder = try TemporaryFolder()
    let path = try LedgerSample.ledger(in: folder)
    let result = try ProjectScript.run("check-ledger", [path])
    let text = String(decoding: result.output, as: UTF8.self)
    let head = try #require(try LedgerSample.verify(path).head)
    #expect(result.status == 0 && text == "6 entries, head \(head)\n", "\(text)")
  }
}
