import Findings
import Foundation
import TestSupport
import Testing

@Suite("The program")
struct CommandTests {
  private let street = "Fixtures/street"

  @Test("audits, writes every output and says where it lies")
  func audit() throws {
    let folder = try TemporaryFolder()
    let output = folder.path + "/new/out"
    let result = try Program.run("audit", "\(street)/broken.json", "--output", output)
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("reading \(street)/broken.json as coco"))
    #expect(result.errors.contains("2 records unusable"))
    #expect(result.errors.contains("\(output)/report.html"))
    let files = try FileManager.default.contentsOfDirectory(atPath: output).sorted()
    #expect(
      files == [
        "annotators.csv", "clauses.csv", "confusion.csv", "cost.csv", "findings.csv", "images.csv",
        "inputs.csv", "metrics.csv", "report.html", "report.json", "rules.csv",
      ]
    )
  }

  @Test("writes JSON to standard output and nothing else there")
  func standardOutput() throws {
    let result = try Program.run("audit", "\(street)/gold.json", "--json", "-")
    let report = try JSONDecoder().decode(AuditReport.self, from: Data(result.output.utf8))
    #expect(report.inputs.map(\.annotations) == [201])
    #expect(report.inputs.map(\.name) == ["gold.json"])
    // SHA-256 of the file, as another implementation has it.
    let digest = Process()
    digest.executableURL = URL(filePath: "/usr/bin/sha256sum")
    digest.arguments = ["\(street)/gold.json"]
    digest.currentDirectoryURL = SharedData.projectRoot
    let pipe = Pipe()
    digest.standardOutput = pipe
    try digest.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(text.hasPrefix(report.inputs[0].sha256))
  }

  @Test("compares, and gives the same bytes on any number of threads")
  func compare() throws {
    func run(_ threads: String) throws -> String {
      let result = try Program.run(
        "compare",
        "\(street)/annotator-a.json",
        "\(street)/voc",
        "--json",
        "-",
        "--quiet",
        "--bootstrap",
        "100",
        "--threads",
        threads
      )
      #expect(result.status == 0 && result.errors.isEmpty)
      return result.output
    }
    let one = try run("1")
    #expect(!one.isEmpty)
    for threads in ["2", "7"] { #expect(try run(threads) == one) }
  }

  @Test(
    "gates: exit code, failing clause, line, value and interval",
    arguments: [("policy-pass.yml", 0, "gate: pass"), ("policy-fail.yml", 1, "gate: fail")]
  )
  func gates(policy: String, status: Int32, verdict: String) throws {
    let result = try Program.run(
      "compare",
      "\(street)/annotator-a.json",
      "\(street)/annotator-b.json",
      "--policy",
      "\(street)/\(policy)"
    )
    #expect(result.status == status)
    #expect(result.errors.contains(verdict))
    if status == 1 {
      // 27 of 99; Wilson's interval, so that no resampling shows in the line.
      #expect(
        result.errors.contains(
          "fail         missing-rate (annotator=b, complexity=10–29) 0.2727 [0.1947, 0.3677] (n 99) is not <= 0.1 (policy-fail.yml:13)"
        ),
        "\(result.errors)"
      )
    }
  }

  @Test("gates an audit by the findings of a severity")
  func auditGate() throws {
    let policy = "\(street)/policy-audit.yml"
    #expect(try Program.run("audit", "\(street)/gold.json", "--policy", policy, "-q").status == 0)
    #expect(try Program.run("audit", "\(street)/broken.json", "--policy", policy, "-q").status == 1)
  }

  @Test("ends with 3 for an inconclusive verdict only where it is asked to")
  func strict() throws {
    let folder = try TemporaryFolder()
    let policy = try folder.write(
      "p.yml",
      "clauses:\n  - {metric: dice, slice: {category: van}, target: \">= 0.1\", minimum-n: 9999}\n"
    )
    let arguments = [
      "\(street)/annotator-a.json", "\(street)/annotator-b.json", "--policy", policy,
    ]
    #expect(
      try Program.run("compare", arguments[0], arguments[1], "--policy", policy, "-q").status == 0
    )
    let strict = try Program.run(
      "compare",
      arguments[0],
      arguments[1],
      "--policy",
      policy,
      "-q",
      "--strict"
    )
    #expect(strict.status == 3)
  }

  @Test("ends with 2 and one line that says what and where for an input it cannot read")
  func brokenInputs() throws {
    let folder = try TemporaryFolder()
    let whole = try String(
      contentsOfFile: SharedData.projectRoot.path() + "/\(street)/gold.json",
      encoding: .utf8
    )
    let cases = [
      (try folder.write("text.json", "hello"), "text.json:1:1: found 'h'; expected a value"),
      (try folder.write("empty.json", ""), "empty.json:1:1: the file is empty"),
      (
        try folder.write("cut.json", String(whole.prefix(5000))),
        "cut.json:49:63: the file ends here"
      ),
      (try folder.write("nothing/readme.txt", "x"), "readme.txt"),
      (folder.path + "/nothing", "no annotations in this folder"),
      (folder.path + "/missing.json", "No such file or directory"),
    ]
    for (path, problem) in cases {
      let result = try Program.run("audit", path, "--json", "-", "--quiet")
      #expect(result.status == 2, "\(path)")
      #expect(result.output.isEmpty)
      #expect(result.errors.contains(problem), "\(result.errors)")
      #expect(result.errors.contains(path))
      #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
    }
  }

  @Test("tells all that is wrong with a policy, each with its place and the nearest name")
  func brokenPolicy() throws {
    let folder = try TemporaryFolder()
    let policy = try folder.write(
      "p.yml",
      """
      version: 1
      clauses:
        - metric: dicee
          slice: {categry: cat}
          target: 0.7
          minimum-n: many
      rules:
        degenerate-bx: {max: 0}
      """
    )
    let result = try Program.run("audit", "\(street)/gold.json", "--policy", policy)
    #expect(result.status == 2)
    for line in [
      ":3:13: unknown metric 'dicee'; did you mean 'dice'?",
      ":4:13: unknown slice 'categry'; did you mean 'category'?",
      ":5:13: 'target' must be like \">= 0.70\"",
      ":6:16: 'minimum-n' must be a whole number",
      ":8:3: unknown rule 'degenerate-bx'; did you mean 'degenerate-box'?",
    ] {
      #expect(result.errors.contains(line), "\(result.errors)")
    }
  }

  @Test(
    "refuses what is no policy",
    arguments: [
      "", "just text", "- a\n- b\n", "clauses: {", "clauses: 3\n", "clauses: [3]\n", "extra: 1\n",
      "version: 2\n", "rules: {degenerate-box: 0}\n", "version: 1\nversion: 1\n",
      "clauses: &a\n  - *a\n", "severities: {bad: {max: 1}}\n",
    ]
  )
  func noPolicy(text: String) throws {
    let folder = try TemporaryFolder()
    let policy = try folder.write("p.yml", text)
    let result = try Program.run("audit", "\(street)/gold.json", "--policy", policy, "-q")
    #expect(result.status == 2, "\(result.errors)")
    #expect(result.errors.contains("p.yml"), "\(result.errors)")
  }

  @Test("leaves no half file where it cannot write")
  func unwritable() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("file", "x")
    let result = try Program.run("audit", "\(street)/gold.json", "--output", file + "/out", "-q")
    #expect(result.status == 2)
    #expect(result.errors.contains(file))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["file"])
  }

  @Test("explains every rule and metric, and lists them")
  func explains() throws {
    let rules = try Program.run("rules")
    #expect(rules.output.contains("degenerate-box"))
    let metrics = try Program.run("metrics")
    for id in ["dice", "cohen-kappa", "missing-rate"] { #expect(metrics.output.contains(id)) }
    for line in (rules.output + metrics.output).split(separator: "\n") {
      let id = String(line.prefix { $0 != " " })
      #expect(try Program.run("explain", id).status == 0, "\(id)")
    }
    let unknown = try Program.run("explain", "nothing")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("'nothing' is neither"))
  }

  @Test("has a help text with an example for every command, and refuses unknown options")
  func help() throws {
    for command in ["audit", "compare", "explain"] {
      let help = try Program.run(command, "--help")
      #expect(help.status == 0)
      #expect(help.output.contains("Example:"), "\(command)")
    }
    #expect(try Program.run("--help").status == 0)
    #expect(try Program.run("--version").output == "\(AuditReport.Tool.current.version)\n")
    #expect(try Program.run("audit", "x", "--nonsense").status == 2)
    #expect(try Program.run("audit").status == 2)
    #expect(try Program.run("audit", "x", "--threads", "0").status == 2)
  }

  @Test("has a fixture that is what its script makes")
  func fixture() throws {
    let script = Process()
    script.executableURL = SharedData.projectRoot.appending(path: "Scripts/make-street")
    script.arguments = ["--check"]
    try script.run()
    script.waitUntilExit()
    #expect(script.terminationStatus == 0)
  }
}
