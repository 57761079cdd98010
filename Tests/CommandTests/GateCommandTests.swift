import Findings
import Foundation
import Statistics
import TestSupport
import Testing

@Suite("The command 'gate', and policies of other commands")
struct GateCommandTests {
  @Test("tells all mistakes of a policy at once, with line, column and the nearest name")
  func mistakes() throws {
    let folder = try TemporaryFolder()
    let policy = try folder.write(
      "assay.yml",
      """
      clauses:
        - metric: dise
          target: ">= 0.7"
        - metric: dice
          slice: {category: trafic light}
          target: ">= 0.7"
        - metric: alpha
          target: [0.7]
      """
    )
    let result = try Program.run(
      "compare",
      "Fixtures/street/annotator-a.json",
      "Fixtures/street/annotator-b.json",
      "--policy",
      policy,
      "--quiet"
    )
    #expect(result.status == 2)
    let lines = result.errors.split(separator: "\n")
    #expect(lines.count == 3, "\(result.errors)")
    for (line, expected) in zip(
      lines,
      [
        "assay.yml:2:13: unknown metric 'dise'; did you mean 'dice'?",
        "assay.yml:5:23: unknown category 'trafic light'; did you mean 'traffic light'?",
        "assay.yml:8:13: 'target' must be like \">= 0.70\"",
      ]
    ) {
      #expect(line.hasSuffix(expected), "\(line)")
    }
  }

  @Test("ends with 1 where a clause failed, and with 3 under --strict where none could be decided")
  func exitCodes() throws {
    let folder = try TemporaryFolder()
    let report = folder.path + "/report.json"
    let street = "Fixtures/street"
    let compared = try Program.run(
      ["compare", "\(street)/annotator-a.json", "\(street)/annotator-b.json"]
        + ["--bootstrap", "100", "--json", report, "-q"]
    )
    #expect(compared.status == 0)
    // dice of all is .824 [.78, .87]; of the motorcycles there are 13.
    for (target, slice, strict, status) in [
      (">= 0.70", "{}", true, 0), (">= 0.95", "{}", false, 1),
      (">= 0.50", "{category: motorcycle}", false, 0),
      (">= 0.50", "{category: motorcycle}", true, 3),
    ] as [(String, String, Bool, Int32)] {
      let policy = try folder.write(
        "p.yml",
        "clauses: [{metric: dice, slice: \(slice), target: '\(target)'}]"
      )
      let result = try Program.run(
        ["gate", report, "--policy", policy, "-q"] + (strict ? ["--strict"] : [])
      )
      #expect(result.status == status, "\(target) \(slice) \(strict): \(result.errors)")
    }
  }

  @Test("finds nothing new in shuffled and renumbered records, and one planted flaw as one")
  func baseline() throws {
    try #require(SharedData.isExpected, Comment(rawValue: SharedData.skipMessage))
    let original = URL(filePath: SharedData.data("taco/instances.json"))
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: original))
    var document = try #require(json as? [String: Any])
    let folder = try TemporaryFolder()
    let baseline = folder.path + "/base.json"
    let first = try Program.run("audit", original.path, "--write-baseline", baseline, "-q")
    #expect(first.status == 0, "\(first.errors)")

    Self.shuffle(&document)
    #expect(try Self.newFindings(document, baseline, in: folder) == [])

    var annotations = try #require(document["annotations"] as? [[String: Any]])
    annotations[77]["bbox"] = [10, 10, 0, 25]
    document["annotations"] = annotations
    #expect(try Self.newFindings(document, baseline, in: folder) == ["degenerate-box"])
  }

  /// Other ids for images and annotations, and every list in another order.
  ///
  /// Ids that two records share stay shared.
  private static func shuffle(_ document: inout [String: Any]) {
    var generator = SeededGenerator(seed: 11)
    for (list, keys) in [
      ("images", ["id"]), ("annotations", ["id", "image_id"]), ("categories", []),
    ] {
      guard let records = document[list] as? [[String: Any]] else { continue }
      document[list] = records.map { record in
        var record = record
        for key in keys { record[key] = (record[key] as? Int).map { 900_000 - $0 } }
        return record
      }.shuffled(using: &generator)
    }
  }

  /// Rules of the findings that the baseline does not have.
  private static func newFindings(
    _ document: [String: Any],
    _ baseline: String,
    in folder: TemporaryFolder
  ) throws -> [String] {
    let bytes = try JSONSerialization.data(withJSONObject: document)
    let policy = try folder.write("p.yml", "severities: {error: {max: 0}, warning: {max: 0}}")
    let result = try Program.run(
      "audit",
      try folder.write("again.json", bytes),
      "--policy",
      policy,
      "--baseline",
      baseline,
      "--json",
      "-",
      "-q"
    )
    let report = try JSONDecoder().decode(AuditReport.self, from: Data(result.output.utf8))
    #expect(result.status == (report.gate?.verdict == .fail ? 1 : 0))
    return report.findings.items.filter { $0.standing == .new }.map(\.rule)
  }
}
