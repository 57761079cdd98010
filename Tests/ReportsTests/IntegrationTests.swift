import Findings
import Foundation
import FoundationXML
import Reports
import Testing

@Suite("Rendering a report for services that run checks")
struct IntegrationTests {
  /// The sample with a place that needs escapes, a waived finding, a known one, and every verdict.
  private var report: AuditReport {
    var report = SampleReport.comparison()
    var items = [SampleReport.finding]
    for (standing, rule) in [
      (Standing.waived, "degenerate-box"), (.known, "degenerate-box"), (.new, "unlisted"),
    ] {
      var finding = Finding(
        rule: rule,
        severity: standing == .new ? .info : .warning,
        image: "\(standing).jpg",
        place: standing == .known
          ? nil : Place(file: "a b:ü.json", line: standing == .new ? 0 : 7, column: 0),
        message: "100 %\n::error::x"
      )
      finding.standing = standing
      items.append(finding)
    }
    report.findings.items = items
    report.inputs.removeLast()
    var gate = GateResult(
      clauses: Verdict.allCases.map { verdict in
        GateResult.Clause(
          metric: "dice",
          slice: SliceLabel([.category: "\(verdict)" + SampleReport.script]),
          target: ">= 0.7",
          bound: "low",
          minimumN: 30,
          verdict: verdict,
          measured: verdict == .notApplicable ? nil : 0.5,
          n: verdict == .notApplicable ? nil : 40,
          low: nil,
          high: nil,
          reason: "dice 0.5 \u{1b}[31m" + SampleReport.script,
          place: "p<1>.yml:3"
        )
      }
    )
    gate.waivers = [
      .init(
        state: .active,
        subject: "rule degenerate-box, image waived*",
        reason: "thin",
        owner: "ada",
        expires: "2099-12-31",
        findings: 1,
        place: "p.yml:9"
      ),
      .init(
        state: .stale,
        subject: "rule degenerate-box",
        reason: "old",
        owner: "ben",
        expires: "2099-12-31",
        findings: 0,
        place: "p.yml:12"
      ),
    ]
    gate.baseline = .init(name: "base.json", newAtLeast: 1, newAtMost: 1, resolved: 4)
    report.gate = gate
    return report
  }

  private let folders = SourceFolders(data: "data sets", policy: "ci/")

  // MARK: SARIF

  private func sarif(_ report: AuditReport) throws -> [String: Any] {
    let text = SARIFReport(folders: folders).text(of: report)
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(object as? [String: Any])
  }

  private func run(_ report: AuditReport) throws -> [String: Any] {
    let runs = try #require(try sarif(report)["runs"] as? [[String: Any]])
    #expect(runs.count == 1)
    return try #require(runs.first)
  }

  private func results(_ report: AuditReport) throws -> [[String: Any]] {
    try #require(try run(report)["results"] as? [[String: Any]])
  }

  @Test("as SARIF names its version, and has only properties that SARIF has")
  func sarifForm() throws {
    let file = try sarif(report)
    #expect(file["version"] as? String == "2.1.0")
    #expect(Set(file.keys) == ["$schema", "version", "runs"])
    let run = try run(report)
    #expect(
      Set(run.keys) == ["tool", "automationDetails", "columnKind", "properties", "results"]
    )
    let allowed: Set = [
      "ruleId", "ruleIndex", "kind", "level", "message", "locations", "partialFingerprints",
      "baselineState", "suppressions", "properties",
    ]
    for result in try results(report) { #expect(Set(result.keys).isSubset(of: allowed)) }
  }

  @Test("as SARIF has every finding and clause once, with level, kind and the index of its rule")
  func sarifResults() throws {
    let results = try results(report)
    // Four findings, and of a clause of each verdict those that somebody has to look at.
    #expect(results.count == 4 + 3)
    #expect(
      results.map { "\($0["kind"] ?? "") \($0["level"] ?? "")" } == [
        "fail error", "fail warning", "fail warning", "fail note", "fail warning", "fail error",
        "open none",
      ]
    )
    let tool = try #require(try run(report)["tool"] as? [String: Any])
    let driver = try #require(tool["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let ids = rules.compactMap { $0["id"] as? String }
    #expect(ids == ["degenerate-box", "unused-category", "unlisted", "clause/dice"])
    for result in results {
      #expect(ids[try #require(result["ruleIndex"] as? Int)] == result["ruleId"] as? String)
    }
    let fingerprints = results.compactMap { $0["partialFingerprints"] as? [String: String] }
    #expect(fingerprints.first?["assayFinding/v1"] == report.findings.items[0].fingerprint)
    #expect(Set(fingerprints.flatMap(\.values)).count == results.count)
  }

  @Test("as SARIF leads to file, line and column, by a URI reference, as far as they are known")
  func sarifLocations() throws {
    let places = try results(report).map { result -> String in
      let locations = try #require(result["locations"] as? [[String: Any]])
      #expect(locations.count == 1)
      let physical = try #require(locations[0]["physicalLocation"] as? [String: Any])
      let artifact = try #require(physical["artifactLocation"] as? [String: String])
      let region = physical["region"] as? [String: Int] ?? [:]
      return "\(artifact["uri"] ?? "") \(region.sorted { $0.key < $1.key }.map(\.value))"
    }
    // "a,b.json" at 3:4; line 7 without a column; no place, so the input; a place without a line; clauses.
    #expect(
      places == [
        "data%20sets/a%2Cb.json [4, 3]", "data%20sets/a%20b%3A%C3%BC.json [7]",
        "data%20sets/rater%20%3C1%3E.json []", "data%20sets/a%20b%3A%C3%BC.json []",
      ] + [String](repeating: "ci/p%3C1%3E.yml [3]", count: 3)
    )
  }

  @Test("as SARIF suppresses what is waived, with the reason, and says what the baseline has")
  func sarifStanding() throws {
    let results = try results(report)
    let suppressions = results.map { $0["suppressions"] as? [[String: String]] }
    #expect(suppressions.map { $0 == nil } == [true, false] + [Bool](repeating: true, count: 5))
    #expect(
      suppressions[1] == [
        [
          "kind": "external", "status": "accepted",
          "justification": "thin (ada, until 2099-12-31, p.yml:9)",
        ]
      ]
    )
    #expect(
      results.prefix(4).map { $0["baselineState"] as? String } == [nil, nil, "unchanged", "new"]
    )
  }

  @Test("as SARIF counts the clauses of each verdict, and gives every result a location")
  func sarifClauses() throws {
    let properties = try #require(try run(report)["properties"] as? [String: Any])
    let counts = try #require(properties["clauses"] as? [String: Int])
    #expect(counts == ["pass": 1, "warn": 1, "fail": 1, "inconclusive": 1, "not-applicable": 1])
    var bare = report
    bare.inputs = []
    for result in try results(bare) {
      #expect((result["locations"] as? [Any])?.count == 1, "GitHub refuses a file without one")
    }
  }

  // MARK: JUnit

  @Test("as JUnit is XML whatever the texts are, and counts its cases")
  func junit() throws {
    let text = JUnitReport(folders: folders).text(of: report)
    let cases = try JUnitCases(text)
    #expect(cases.suites == ["assay compare", "policy", "rules"])
    #expect(cases.counts == ["7 1 0 2", "5 1 0 2", "2 0 0 0"])
    #expect(cases.names.count == 7 && cases.failures == 1 && cases.skipped == 2)
    #expect(cases.names.contains { $0.contains(SampleReport.script) })
    #expect(cases.output.contains("data sets/a b:ü.json:7: 100 %\n::error::x (waived)"))
    #expect(cases.output.contains("and 1,231 more"))
    #expect(!text.contains("\u{1b}"))
  }

  @Test("as JUnit without a policy fails by the rules that are errors")
  func junitOfRules() throws {
    var report = report
    report.gate = nil
    let cases = try JUnitCases(JUnitReport(folders: folders).text(of: report))
    #expect(cases.counts == ["2 1 0 0", "2 1 0 0"] && cases.failures == 1)
  }

  // MARK: GitHub

  @Test(
    "as GitHub annotations lets no text of a user become a command, and leaves known things out"
  )
  func annotations() {
    let lines = GitHubAnnotations(folders: folders).text(of: report).split(separator: "\n")
    #expect(lines.count == 5)
    #expect(
      lines.map { $0.prefix { $0 != " " } } == [
        "::error", "::error", "::warning", "::warning", "::notice",
      ]
    )
    #expect(lines[0].hasPrefix("::error file=ci/p<1>.yml,line=3,title=dice (category=fail<script>"))
    #expect(
      lines[1].hasPrefix("::error file=data sets/a%2Cb.json,line=3,col=4,title=degenerate-box::")
    )
    #expect(
      lines[4]
        == "::notice file=data sets/a b%3Aü.json,title=unlisted::100 %25%0A::error::x"
    )
  }

  @Test("as GitHub annotations stops at what GitHub shows, and says how many are left")
  func annotationsLimit() {
    var report = report
    report.gate = nil
    report.findings.items = (1...25).map { number in
      Finding(rule: "degenerate-box", severity: .error, message: "number \(number)")
    }
    let lines = GitHubAnnotations().text(of: report).split(separator: "\n")
    #expect(lines.count == 10)
    #expect(lines[8].hasSuffix("::number 9"))
    #expect(lines[9] == "::error title=assay::and 16 more; the report has them all")
  }

  // MARK: Markdown

  @Test(
    "as Markdown puts the worst clause first, counts the rest, and keeps a text of a user a text"
  )
  func markdown() {
    let text = MarkdownSummary(folders: folders).text(of: report)
    #expect(text.hasPrefix("## ❌ assay compare: fail\n"))
    let verdicts = text.split(separator: "\n").filter { $0.contains("dice (category=") }
      .compactMap { $0.split(separator: "|").first }
    #expect(
      verdicts == [
        " ❌ fail ", " ❓ inconclusive ", " ⚠️ warn ", " ➖ not applicable ", " ✅ pass ",
      ]
    )
    #expect(text.contains("Since the baseline base.json: 1 new, 4 resolved."))
    #expect(text.contains("Waiver stale: rule degenerate-box (ben, until 2099-12-31, p.yml:12)."))
    #expect(!text.contains("<script>") && !text.contains("\u{1b}"))
    #expect(text.contains("New findings, the first 2 of 2"))
    // The 10,000 letters of the sample's message are cut.
    #expect(text.utf8.count < 10_000)
    for line in text.split(separator: "\n") where line.hasPrefix("|") {
      #expect(line.hasSuffix("|"), "a table row is one line")
    }
  }

  @Test("says the same every time, and is listed in the catalog", arguments: [0, 1, 2, 3])
  func sameness(index: Int) throws {
    let renderer = IntegrationCatalog.all[index]
    let text = renderer.init(folders: folders).text(of: report)
    #expect(text == renderer.init(folders: folders).text(of: report) && !text.isEmpty)
    #expect(IntegrationCatalog.all.count == 4)
  }
}

/// What a reader of JUnit's XML sees.
private final class JUnitCases: NSObject, XMLParserDelegate {
  private(set) var suites: [String] = []
  /// Tests, failures, errors and skipped ones of each suite, as it says.
  private(set) var counts: [String] = []
  private(set) var names: [String] = []
  private(set) var failures = 0
  private(set) var skipped = 0
  private(set) var output = ""

  init(_ text: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    try #require(parser.parse(), "\(String(describing: parser.parserError))")
  }

  func parser(
    _ parser: XMLParser,
    didStartElement element: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    switch element {
    case "testsuites", "testsuite":
      suites.append(attributes["name"] ?? "")
      let keys = ["tests", "failures", "errors", "skipped"]
      counts.append(keys.map { attributes[$0] ?? "" }.joined(separator: " "))
    case "testcase": names.append(attributes["name"] ?? "")
    case "failure": failures += 1
    case "skipped": skipped += 1
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) { output += text }
}
