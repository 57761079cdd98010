import Audits
import Findings
import Formats
import Foundation
import Metrics
import TestSupport
import Testing

/// What `Scripts/make-street` planted is what is found: no more, no less.
@Suite("Fixtures/street")
struct StreetTests {
  private static let folder = SharedData.projectRoot.appending(path: "Fixtures/street").path()

  private func planted() throws -> Planted {
    let url = URL(filePath: Self.folder + "/planted.json")
    return try JSONDecoder().decode(Planted.self, from: Data(contentsOf: url))
  }

  private func delivery(_ name: String, role: String) async throws -> Delivery {
    let detection = try FormatCatalog.detect(Self.folder + "/" + name)
    let result = try await detection.format.read(detection.path, threads: 2)
    return Delivery(
      role: role,
      name: name,
      format: detection.format.id,
      detected: detection.reason,
      result: result
    )
  }

  private func comparison(_ a: String, _ b: String) async throws -> AuditReport {
    await ComparisonRun(
      ComparisonSettings(
        matching: MatchingOptions(),
        rules: RuleSettings(),
        findingsPerRule: 100,
        bootstrap: ImageBootstrap(replicates: 50, threads: 2)
      )
    ).report(on: try await delivery(a, role: "a"), try await delivery(b, role: "b"))
  }

  /// Rules about how values are distributed: in 30 drawn images of few objects some are far from the
  /// others, though nobody planted them.
  private static let distribution: Set = [
    "rare-category", "size-outlier", "aspect-outlier", "object-count-outlier",
    "constant-attribute", "attribute-missing-for-some",
  ]

  private func findings(in name: String) async throws -> AuditReport.FindingSummary {
    let audit = AuditRun(
      rules: RuleSettings(),
      findingsPerRule: 100,
      bootstrap: ImageBootstrap(replicates: 0)
    )
    return await audit.report(on: try await delivery(name, role: "dataset")).findings
  }

  @Test("has exactly the planted defects in its broken delivery, each where it was planted")
  func broken() async throws {
    let planted = try planted().broken
    let findings = try await findings(in: "broken.json")
    let found = findings.rules
      .filter { $0.count > 0 && !Self.distribution.contains($0.id) }.map { ($0.id, $0.count) }
    let counts = Dictionary(uniqueKeysWithValues: found)
    #expect(counts == planted.mapValues(\.count))
    // A record that cannot be read has a place and no id.
    for (rule, violations) in planted where rule != "unusable-record" {
      let subjects = findings.items.filter { $0.rule == rule }
        .compactMap { $0.annotation ?? $0.category ?? $0.image }
      #expect(subjects.sorted() == violations.ids.sorted(), "\(rule)")
    }
  }

  @Test(
    "has nothing to find in gold but the image that is empty",
    arguments: ["gold.json", "voc"]
  )
  func gold(name: String) async throws {
    let items = try await findings(in: name).items
      .filter { !Self.distribution.contains($0.rule) }
    #expect(items.map(\.rule) == ["image-without-annotations"])
    #expect(items.map(\.image) == ["street_01.png"])
  }

  @Test(
    "has nothing to find in the annotators' label sets: the file says who saw nothing",
    arguments: ["annotator-a.json", "annotator-b.json"]
  )
  func annotators(name: String) async throws {
    let items = try await findings(in: name).items
    #expect(items.allSatisfy { Self.distribution.contains($0.rule) && $0.severity == .info })
  }

  @Test(
    "has exactly the planted misses, extras and mislabels, and the numbers that follow from them",
    arguments: [
      ("gold-a", "gold.json", "annotator-a.json"), ("gold-b", "gold.json", "annotator-b.json"),
      ("a-b", "annotator-a.json", "annotator-b.json"),
    ]
  )
  func comparisons(name: String, a: String, b: String) async throws {
    let report = try await comparison(a, b)
    let expected = try #require(try planted().expected[name])
    for id in [
      "matched", "only-a", "only-b", "category-mismatch", "dice", "cohen-kappa", "iou-mean",
    ] {
      let value = try #require(report.metric(id)?.value, "\(id)")
      // The script rounds to six decimals.
      #expect(abs(value - (try #require(expected[id]))) <= 0.5e-6, "\(id)")
    }
    for (id, excluded) in [
      ("images", "images-compared"), ("absorbed-a", "absorbed-a"), ("absorbed-b", "absorbed-b"),
    ] {
      #expect(report.excluded[excluded] == expected[id].map { Int($0) }, "\(id)")
    }
    #expect(report.excluded["images-unassigned-b"] == (b == "annotator-b.json" ? 1 : 0))
  }

  @Test("is the same in VOC as in COCO")
  func voc() async throws {
    let report = try await comparison("gold.json", "voc")
    #expect(report.metric("dice")?.value == 1)
    #expect(report.metric("iou-min")?.value == 1)
    #expect(report.metric("matched")?.value == 200)
  }
}

/// The parts of `planted.json` that a report can be held against.
private struct Planted: Decodable {
  /// Numbers by metric, for each of the three comparisons.
  var expected: [String: [String: Double]]
  /// Violations by rule.
  var broken: [String: Violations]

  enum CodingKeys: String, CodingKey {
    case expected
    case broken = "broken.json"
  }

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
}
