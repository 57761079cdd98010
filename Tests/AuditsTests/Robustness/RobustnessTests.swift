import Annotations
import Audits
import Findings
import Formats
import Foundation
import Geometry
import Metrics
import TestSupport
import Testing

/// `Documentation/Robustness.md` is made from the cases; `RECORD=1 swift test` writes it again.
@Suite("Robustness")
struct RobustnessTests {
  static let cases = Malformation.coco + Malformation.voc + Malformation.imageFiles

  @Test("every malformation has the outcome that it must have", arguments: cases)
  func outcome(of malformation: Malformation) async throws {
    let outcome = try await malformation.outcome()
    #expect(outcome.annotations == malformation.kept, "\(outcome.text)")
    switch malformation.expectation {
    case .findings(let rules):
      #expect(Set(rules).isSubset(of: outcome.rules), "\(outcome.text)")
    case .refusal:
      let refusal = try #require(outcome.refusal)
      #expect(
        refusal.contains(/^[\w.]+:\d+:\d+: .*/) || malformation.files[0].bytes.isEmpty,
        "\(refusal)"
      )
    case .reading:
      #expect(outcome.refusal == nil)
      #expect(outcome.rules.isEmpty, "\(outcome.text)")
    }
    for finding in outcome.findings?.items ?? [] {
      let place = try #require(finding.place)
      #expect(!place.file.isEmpty && place.line >= 1 && place.column >= 1)
    }
  }

  @Test("every number of the list has a case")
  func numbers() {
    // 37 is not about files: κ of one category, which has a test of its own here.
    #expect(Set(Self.cases.map(\.number)).union([37]) == Set(0...38))
  }

  @Test("κ is undefined where only one category was used, and says so")
  func kappa() async throws {
    #expect(try await Self.kappaText().contains("undefined"))
  }

  @Test("the table of the documentation is what comes of the cases")
  func documentation() async throws {
    let file = SharedData.projectRoot.appending(path: "Documentation/Robustness.md")
    let document = try await Self.document()
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try document.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(
      try String(contentsOf: file, encoding: .utf8) == document,
      "Documentation/Robustness.md is stale; run the tests with RECORD=1 and read the difference"
    )
  }

  private static func document() async throws -> String {
    var rows: [(number: Int, text: String)] = []
    for malformation in cases {
      var outcome = try await malformation.outcome().text
      if case .reading(let reason) = malformation.expectation { outcome += "<br>(\(reason))" }
      rows.append((malformation.number, row(malformation.number, malformation.title, outcome)))
    }
    rows.append((37, row(37, "κ of annotators who used one category", try await kappaText())))
    let sorted = rows.filter { $0.number > 0 }.enumerated()
      .sorted { ($0.element.number, $0.offset) < ($1.element.number, $1.offset) }
      .map(\.element.text)
    let others = rows.filter { $0.number == 0 }.map(\.text)
    let head = "| # | Case | Outcome |\n| --- | --- | --- |"
    return """
      # Robustness

      Made by a test from small files that it writes itself: do not edit. Each case is a way in which real annotation
      files are wrong; the outcome is what `assay audit` says of it, the first finding of each rule with its place.
      What is right is audited all the same. Nothing here ends the program.

      ## What users of annotation files met

      \(head)
      \(sorted.joined(separator: "\n"))

      ## What else may stand in a file

      \(head)
      \(others.joined(separator: "\n"))

      """
  }

  private static func row(_ number: Int, _ title: String, _ outcome: String) -> String {
    let cells = [number == 0 ? "" : "\(number)", title, shortened(outcome)]
    return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
  }

  /// Long texts of files are cut, line breaks are no line breaks of the table.
  private static func shortened(_ text: String) -> String {
    let line = text.replacing("\n", with: " ")
    return line.count > 900 ? line.prefix(900) + "…" : line
  }

  private static func kappaText() async throws -> String {
    let one = try await dataset(
      fromCOCO: coco(annotations: [annotation(1, box: "10, 10, 20, 30")])
    )
    let report = await ComparisonRun(
      ComparisonSettings(
        matching: MatchingOptions(),
        rules: RuleSettings(),
        findingsPerRule: 1,
        bootstrap: ImageBootstrap(replicates: 0)
      )
    ).report(on: delivery("a", one), delivery("b", one))
    let record = try #require(
      report.metrics.first { $0.id == "cohen-kappa" && $0.slice == .overall }
    )
    guard case .undefined(let reason) = record.outcome else { return "a number" }
    return "`cohen-kappa` undefined: \(reason)"
  }

  private static func delivery(_ role: String, _ dataset: Dataset) -> Delivery {
    Delivery(
      role: role,
      name: role,
      format: "coco",
      detected: "",
      result: ReadResult(dataset: dataset, quarantined: [], sha256: "")
    )
  }
}
