import Foundation
import TestSupport
import Testing

@Suite("A history")
struct HistoryTests {
  private let street = "Fixtures/street"
  private let folder: TemporaryFolder
  private let ledger: String

  init() throws {
    folder = try TemporaryFolder()
    ledger = folder.path + "/quality.sqlite"
  }

  /// Enters the audit of a street file.
  @discardableResult
  private func audit(_ name: String = "gold.json") throws -> Program.Result {
    try Program.run("audit", "\(street)/\(name)", "--ledger", ledger, "-q")
  }

  private func verify(_ head: String? = nil) throws -> Program.Result {
    guard let head else { return try Program.run("history", "verify", ledger) }
    return try Program.run("history", "verify", ledger, "--head", head)
  }

  private func runs() throws -> [[String: Any]] {
    let result = try Program.run("history", ledger, "--json", "-")
    let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require((json as? [String: Any])?["runs"] as? [[String: Any]], "\(result.errors)")
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test("holds runs of audits and comparisons, and leaves one file")
  func enters() throws {
    #expect(try audit().status == 0)
    let compared = try Program.run(
      "compare",
      "\(street)/annotator-a.json",
      "\(street)/annotator-b.json",
      "--bootstrap",
      "0",
      "--policy",
      "\(street)/policy-fail.yml",
      "--ledger",
      ledger,
      "--series",
      "street",
      "--recorded-at",
      "2026-02-28T23:59:59Z"
    )
    #expect(compared.status == 1 && compared.errors.contains("entered as run 2"))
    let found = try runs()
    #expect(found.map { $0["state"] as? String } == ["complete", "complete"])
    #expect(found.map { $0["verdict"] as? String } == [nil, "fail"])
    #expect(found[1]["recorded"] as? String == "2026-02-28T23:59:59Z")
    #expect(found[1]["series"] as? String == "street")
    #expect(found[1]["inputs"] as? [String] == ["annotator-a.json", "annotator-b.json"])
    #expect(try names() == ["quality.sqlite"])
    #expect(try verify().output.contains("2 entries, none changed"))
  }

  @Test("holds runs that failed, with the reason, and marks partial ones")
  func failedAndPartial() throws {
    let missing = try Program.run("audit", folder.path + "/no.json", "--ledger", ledger, "-q")
    #expect(missing.status == 2)
    // 3 of the 3 + 1 + 1 records of this file cannot be used.
    let text = """
      {"images": [{"id": 1, "width": 9, "height": 9, "file_name": "a.png"}],
       "categories": [{"id": 1, "name": "cat"}],
       "annotations": [{"id": 1}, {"id": 2}, {"id": 3}]}
      """
    let broken = try folder.write("broken.json", text)
    #expect(try Program.run("audit", broken, "--ledger", ledger, "-q").status == 0)
    let found = try runs()
    #expect(found.map { $0["state"] as? String } == ["failed", "partial"])
    #expect((found[0]["note"] as? String)?.hasSuffix("no.json: No such file or directory") == true)
    #expect(found[1]["note"] as? String == "3 of 5 records of 'broken.json' could not be used")
    let accepted = try Program.run(
      "history",
      "accept",
      ledger,
      "2",
      "--by",
      "Ann",
      "--reason",
      "x"
    )
    #expect(accepted.status == 2 && accepted.errors.contains("only a complete run can be accepted"))
    #expect(try verify().output.contains("2 entries"))
  }

  @Test("holds who accepted a run, and the last decision counts")
  func decisions() throws {
    try audit()
    for (verb, person) in [("accept", "Ann"), ("reject", "Bo")] {
      let result = try Program.run(
        "history",
        verb,
        ledger,
        "1",
        "--by",
        person,
        "--reason",
        "looked at it"
      )
      #expect(result.status == 0 && result.output.contains("head: "))
    }
    let decision = try runs()[0]["decision"] as? [String: String]
    #expect(decision == ["decision": "reject", "by": "Bo", "reason": "looked at it"])
    #expect(try Program.run("history", ledger).output.contains("rejected by Bo: looked at it"))
    for run in ["2", "7", "0"] {
      let result = try Program.run("history", "accept", ledger, run, "--by", "A", "--reason", "r")
      #expect(result.status == 2 && result.errors.contains("there is no run of that number"))
    }
    #expect(try verify().output.contains("3 entries, none changed"))
  }

  @Test("flags a drop below the accepted runs, and only there")
  func drop() throws {
    for run in stride(from: 1, to: 10, by: 2) {
      try audit()
      // Each decision is an entry too, and takes a number.
      let run = "\(run)"
      #expect(
        try Program.run("history", "accept", ledger, run, "--by", "A", "--reason", "r").status == 0
      )
    }
    try audit()
    let usual = try Program.run("history", ledger, "--metric", "findings").output
    #expect(usual.contains("as usual") && !usual.contains("drop"), "\(usual)")
    // gold.json has 4 findings among 201 annotations, broken.json 39 among 224.
    try audit("broken.json")
    let worse = try Program.run("history", ledger, "--metric", "findings", "--color", "always")
    #expect(worse.output.contains("drop: the runs do not vary"), "\(worse.output)")
    #expect(worse.output.contains("\u{1b}[31m"))
  }

  @Test("loses nothing where ten processes append at once")
  func atOnce() throws {
    let processes = try (0..<10).map { _ in
      try Program.start("audit", "\(street)/gold.json", "--ledger", ledger, "-q")
    }
    for process in processes {
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    #expect(try runs().count == 10)
    #expect(try verify().output.contains("10 entries, none changed"))
  }

  @Test("keeps every committed run, and no half one, where processes are killed")
  func killed() throws {
    try audit()
    var committed = 1
    for step in 0..<12 {
      let process = try Program.start(
        "compare",
        "\(street)/annotator-a.json",
        "\(street)/annotator-b.json",
        "--bootstrap",
        "0",
        "--ledger",
        ledger
      )
      // Spread over the run's last part, in which it is entered.
      usleep(UInt32(60_000 + step * 30_000))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let result = try verify()
      #expect(result.status == 0, "\(result.output)\(result.errors)")
      let count = try runs().count
      #expect(count == committed || count == committed + 1)
      if process.terminationReason == .exit { #expect(count == committed + 1) }
      committed = count
    }
    #expect(try audit().status == 0)
    #expect(try runs().count == committed + 1)
  }

  @Test(
    "is unchanged, and says so, where the disk takes no more",
    .disabled(if: Sanitizer.isOfThreads, "its own file is cut as well")
  )
  func full() throws {
    try audit()
    let head = try verify().output
    // Files may not grow beyond 96 KiB; the entry of a comparison is larger.
    let result = try Program.run(
      "compare",
      "\(street)/annotator-a.json",
      "\(street)/annotator-b.json",
      "--bootstrap",
      "0",
      "--ledger",
      ledger,
      "-q",
      by: "ulimit -f 96; exec \"$@\""
    )
    #expect(result.status == 2)
    #expect(result.errors.contains("the disk is full or the file may not grow"), "\(result.errors)")
    #expect(try verify().output == head)
    #expect(try audit().status == 0)
    #expect(try verify().output.contains("2 entries, none changed"))
  }

  @Test("is read where it may not be written, and not added to")
  func readOnly() throws {
    try audit()
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: ledger)
    // Root may write everything unless that right is taken from it.
    let line =
      "[ $(id -u) -ne 0 ] || set -- setpriv --bounding-set=-dac_override \"$@\"; exec \"$@\""
    let result = try Program.run("audit", "\(street)/gold.json", "--ledger", ledger, "-q", by: line)
    #expect(result.status == 2 && result.errors.contains("may not be written"), "\(result.errors)")
    let list = try Program.run("history", ledger, by: line)
    #expect(list.status == 0 && list.output.contains("gold.json"), "\(list.errors)")
    #expect(try verify().output.contains("1 entries, none changed"))
  }

  @Test("is told from files that are none, which stay as they are")
  func notALedger() throws {
    let text = try folder.write("text.sqlite", "hello, this is no database")
    let other = folder.path + "/other.sqlite"
    let make = Process()
    make.executableURL = URL(filePath: "/usr/bin/env")
    make.arguments = [
      "python3", "-c",
      "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute('create table run(a)'); c.commit()",
      other,
    ]
    try make.run()
    make.waitUntilExit()
    for path in [text, other] {
      let before = try Data(contentsOf: URL(filePath: path))
      for arguments in [
        ["audit", "\(street)/gold.json", "--ledger", path, "-q"], ["history", path],
        ["history", "verify", path],
        ["history", "accept", path, "1", "--by", "A", "--reason", "r"],
      ] {
        let result = try Program.run(arguments)
        #expect(result.status == 2 && result.errors.contains("is not a ledger of assay"))
        #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
      }
      #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }
    let empty = try folder.write("empty.sqlite", "")
    #expect(try Program.run("history", empty).errors.contains("the file is empty"))
    let missing = try Program.run("history", folder.path + "/none.sqlite")
    #expect(missing.status == 2 && missing.errors.contains("No such file"))
    #expect(try names() == ["empty.sqlite", "other.sqlite", "text.sqlite"])
  }

  @Test("that was made but not entered into is empty, and takes the next run")
  func madeOnly() throws {
    // What is left where the first run was killed as soon as SQLite had made the file.
    let make = Process()
    make.executableURL = URL(filePath: "/usr/bin/env")
    make.arguments = [
      "python3", "-c",
      "import sqlite3,sys; sqlite3.connect(sys.argv[1]).execute('pragma journal_mode=wal')",
      ledger,
    ]
    try make.run()
    make.waitUntilExit()
    #expect(try Data(contentsOf: URL(filePath: ledger)).count > 0)
    #expect(try Program.run("history", ledger).errors.contains("nothing was entered into it yet"))
    #expect(try audit().status == 0)
    #expect(try verify().output.contains("1 entries, none changed"))
  }

  @Test("of a newer version is left alone")
  func newer() throws {
    try audit()
    let script = "import sqlite3,sys; sqlite3.connect(sys.argv[1]).execute('pragma user_version=2')"
    let change = Process()
    change.executableURL = URL(filePath: "/usr/bin/env")
    change.arguments = ["python3", "-c", script, ledger]
    try change.run()
    change.waitUntilExit()
    for result in [try audit(), try Program.run("history", ledger)] {
      #expect(result.status == 2)
      #expect(
        result.errors.contains("is a ledger of version 2, and this program knows versions up to 1")
      )
    }
  }

  @Test("that was changed is told, with the entry and exit code 1; so is a head that is gone")
  func changed() throws {
    try audit()
    try audit()
    let head = try #require(try verify().output.split(separator: " ").last).dropLast()
    #expect(try verify(String(head)).output.contains("and 0 follow it"))
    #expect(try verify(String(repeating: "0", count: 64)).status == 1)
    let script = """
      import sqlite3, sys
      c = sqlite3.connect(sys.argv[1])
      c.execute("drop trigger run_kept")
      c.execute("update run set series = 'other' where sequence = 1")
      c.commit()
      """
    let change = Process()
    change.executableURL = URL(filePath: "/usr/bin/env")
    change.arguments = ["python3", "-c", script, ledger]
    try change.run()
    change.waitUntilExit()
    let result = try verify()
    #expect(result.status == 1)
    #expect(result.output.contains("entry 1 was changed"), "\(result.output)")
    #expect(result.output.contains("'run_kept'"))
  }

  @Test("as JSON is what its schema says, with drops, failed runs and decisions")
  func schema() throws {
    #expect(try Program.run("audit", "none.json", "--ledger", ledger, "-q").status == 2)
    for run in stride(from: 2, to: 12, by: 2) {
      try audit()
      let decision = ["history", "accept", ledger, "\(run)", "--by", "A", "--reason", "r"]
      #expect(try Program.run(decision).status == 0)
    }
    try audit("broken.json")
    let json = folder.path + "/history.json"
    #expect(try Program.run("history", ledger, "--json", json, "-q").status == 0)
    let schema = SharedData.projectRoot.appending(path: "Documentation/assay-history.schema.json")
      .path(percentEncoded: false)
    let checked = try ProjectScript.run("check-reports", ["--schema", schema, json])
    #expect(checked.status == 0, "\(String(decoding: checked.output, as: UTF8.self))")
    let text = try String(contentsOfFile: json, encoding: .utf8)
    for (part, other) in [
      (#""drop": "yes""#, #""drop": "maybe""#),
      (#""state": "failed", "#, #""state": "complete", "#),
      (#""by": "A","#, #""by": "","#), (#""n": 24"#, #""n": 24, "undefined": "x""#),
    ] {
      let place = try #require(text.range(of: part), "\(part)")
      let wrong = try folder.write("wrong.json", text.replacingCharacters(in: place, with: other))
      #expect(
        try ProjectScript.run("check-reports", ["--schema", schema, wrong]).status == 1,
        "\(part)"
      )
    }
    let verified = try Program.run("history", "verify", ledger, "--format", "json")
    let result = try JSONSerialization.jsonObject(with: Data(verified.output.utf8))
    let fields = try #require(result as? [String: Any])
    #expect(fields["entries"] as? Int == 12 && fields["problems"] as? [String] == [])
    #expect((fields["head"] as? String)?.count == 64 && fields["problem-count"] as? Int == 0)
  }

  @Test("page loads nothing, names its drawings, and keeps every text a text")
  func page() throws {
    for _ in 1...2 {
      _ = try Program.run(
        "audit",
        "\(street)/gold.json",
        "--ledger",
        ledger,
        "--series",
        "<script>&\u{202e}",
        "-q"
      )
    }
    let page = try Program.run("history", ledger, "--html", "-").output
    #expect(page.contains("&lt;script&gt;&amp;�202e"))
    // The page's own script, and no other.
    #expect(page.components(separatedBy: "<script").count == 2)
    for loading in ["src=", "href=", "url(", "@import", "http://", "https://", "onload"] {
      #expect(!page.contains(loading), "\(loading)")
    }
    let drawings = page.components(separatedBy: "<svg").dropFirst()
    #expect(drawings.count == 8)
    for drawing in drawings {
      #expect(drawing.prefix { $0 != ">" }.contains("role=\"img\" aria-label="))
    }
    #expect(!(try Program.run("history", ledger).output.contains("\u{202e}")))
  }
}
