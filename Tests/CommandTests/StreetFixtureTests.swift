import Findings
import Foundation
import TestSupport
import Testing

@Suite("The street fixture")
struct StreetFixtureTests {
  @Test("is what its script makes, to the byte")
  func isReproducible() throws {
    let script = SharedData.projectRoot.appending(path: "Scripts/make-street")
    let check = try Run("/usr/bin/env", ["python3", script.path(), "--check"])
    #expect(check.status == 0, "\(check.errors)")
  }

  @Test("violates each rule as often, and where, as was planted")
  func brokenDelivery() throws {
    let planted = try Planted.read().broken
    let findings = try Run.assay("audit", "broken.json").report().findings
    for rule in findings.rules {
      #expect(rule.count == planted[rule.id]?.count ?? 0, "\(rule.id)")
      // A record that cannot be read has a place and no id.
      guard rule.id != "unusable-record" else { continue }
      let subjects = findings.items.filter { $0.rule == rule.id }
        .map { $0.annotation ?? $0.category ?? $0.image }
      #expect(Set(subjects) == Set(planted[rule.id]?.ids ?? []), "\(rule.id)")
    }
    #expect(Set(planted.keys).isSubset(of: findings.rules.map(\.id)))
  }

  @Test(
    "has nothing wrong in its sound label sets but a street that is empty",
    arguments: ["gold.json", "annotator-a.json", "annotator-b.json", "voc"]
  )
  func soundDeliveries(name: String) throws {
    let findings = try Run.assay("audit", name).report().findings
    #expect(findings.items.map(\.rule) == ["image-without-annotations"])
    #expect(findings.items.map(\.image) == ["street_01.png"])
  }

  @Test("gives the numbers that its script worked out by trying every matching")
  func comparisons() throws {
    let files = ["gold": "gold.json", "a": "annotator-a.json", "b": "annotator-b.json"]
    let expected = try Planted.read().expected
    #expect(expected.count == 3)
    for (pair, numbers) in expected {
      let names = pair.split(separator: "-").compactMap { files[String($0)] }
      let report = try Run.assay("compare", names[0], names[1]).report()
      #expect(report.excluded["images-compared"] == numbers.images, "\(pair)")
      #expect(report.excluded["absorbed-a"] == numbers.absorbedA, "\(pair)")
      #expect(report.excluded["absorbed-b"] == numbers.absorbedB, "\(pair)")
      for (id, value) in numbers.byMetric {
        let measured = try #require(report.metric(id)?.value, "\(pair) \(id)")
        // The script rounds to six decimals.
        #expect(abs(measured - value) <= 0.5e-6, "\(pair) \(id)")
      }
    }
  }

  @Test("holds the same boxes in COCO and in VOC, to the digit")
  func formatsAreEqual() throws {
    let report = try Run.assay("compare", "gold.json", "voc").report()
    #expect(report.metric("only-a")?.value == 0)
    #expect(report.metric("only-b")?.value == 0)
    #expect(report.metric("dice")?.value == 1)
    #expect(report.metric("iou-min")?.value == 1)
  }

  @Test("passes and fails the policies that say so")
  func policies() throws {
    let annotators = ["annotator-a.json", "annotator-b.json"]
    #expect(try Run.assay("compare", annotators, policy: "policy-pass.yml").status == 0)
    #expect(try Run.assay("compare", annotators, policy: "policy-fail.yml").status == 1)
    #expect(try Run.assay("audit", ["gold.json"], policy: "policy-audit.yml").status == 0)
    #expect(try Run.assay("audit", ["broken.json"], policy: "policy-audit.yml").status == 1)

    let report = try Run.assay("compare", annotators, policy: "policy-fail.yml").report()
    let verdicts = try #require(report.gate).clauses.map(\.verdict)
    #expect(verdicts == [.pass, .fail, .fail, .inconclusive, .inconclusive, .fail])
  }
}

private let street = SharedData.projectRoot.appending(path: "Fixtures/street")

/// The parts of `planted.json` that a report can be held against.
private struct Planted: Decodable {
  var expected: [String: Numbers]
  var broken: [String: Violations]

  enum CodingKeys: String, CodingKey {
    case expected
    case broken = "broken.json"
  }

  static func read() throws -> Planted {
    let data = try Data(contentsOf: street.appending(path: "planted.json"))
    return try JSONDecoder().decode(Planted.self, from: data)
  }

  /// What one rule must find.
  struct Violations: Decodable {
    var count: Int
    /// Of annotations, or names of categories or images.
    var ids: [String]

    enum CodingKeys: CodingKey { case count, ids }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      count = try container.decode(Int.self, forKey: .count)
      let numbers = try? container.decode([Int].self, forKey: .ids).map(String.init)
      ids = try numbers ?? container.decode([String].self, forKey: .ids)
    }
  }

  /// What one comparison must find.
  struct Numbers: Decodable {
    var images: Int
    var absorbedA: Int
    var absorbedB: Int
    var byMetric: [String: Double]

    /// Those that no report of this program has yet are left out.
    private static let metrics = [
      "matched", "only-a", "only-b", "category-mismatch", "dice", "cohen-kappa", "iou-mean",
    ]

    init(from decoder: any Decoder) throws {
      let all = try decoder.singleValueContainer().decode([String: Double].self)
      func number(_ key: String) throws -> Double { try #require(all[key], "\(key)") }
      images = Int(try number("images"))
      absorbedA = Int(try number("absorbed-a"))
      absorbedB = Int(try number("absorbed-b"))
      byMetric = Dictionary(
        uniqueKeysWithValues: try Self.metrics.map { ($0, try number($0)) }
      )
    }
  }
}

/// A program that was run to its end.
private struct Run {
  let status: Int32
  let output: Data
  let errors: String

  init(_ program: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // What these programs write to standard error fits the pipe, so that reading in turn is safe.
    self.output = try output.fileHandleForReading.readToEnd() ?? Data()
    let text = try errors.fileHandleForReading.readToEnd() ?? Data()
    self.errors = String(decoding: text, as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }

  /// Runs the program on files of the fixture; the report goes to `output`.
  static func assay(
    _ command: String,
    _ inputs: [String],
    policy: String? = nil
  ) throws -> Run {
    let program = try #require(Bundle.main.executableURL)
      .deletingLastPathComponent().appending(path: "assay")
    let paths = inputs.map { street.appending(path: $0).path() }
    let policy = policy.map { ["--policy", street.appending(path: $0).path()] }
    return try Run(program.path(), [command] + paths + (policy ?? []) + ["--json", "-", "--quiet"])
  }

  static func assay(_ command: String, _ inputs: String...) throws -> Run {
    try assay(command, inputs)
  }

  func report() throws -> AuditReport {
    try #require(!output.isEmpty, "\(errors)")
    return try JSONDecoder().decode(AuditReport.self, from: output)
  }
}
