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

  private struct Planted: Decodable {
    struct Rule: Decodable { var count: Int }
    var expected: [String: [String: Int]]
    var broken: [String: Rule]

    enum CodingKeys: String, CodingKey {
      case expected
      case broken = "broken.json"
    }
  }

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
      matching: MatchingOptions(),
      rules: RuleSettings(),
      findingsPerRule: 100,
      bootstrap: ImageBootstrap(replicates: 50, threads: 2)
    ).report(on: try await delivery(a, role: "a"), try await delivery(b, role: "b"))
  }

  @Test("has exactly the planted defects in its broken delivery")
  func broken() async throws {
    let audit = AuditRun(
      rules: RuleSettings(),
      findingsPerRule: 100,
      bootstrap: ImageBootstrap(replicates: 0)
    )
    let report = await audit.report(on: try await delivery("broken.json", role: "dataset"))
    let found = Dictionary(uniqueKeysWithValues: report.findings.rules.map { ($0.id, $0.count) })
    #expect(found == (try planted()).broken.mapValues(\.count))
  }

  @Test("has nothing to find in its gold labels but the image that is empty")
  func gold() async throws {
    let audit = AuditRun(
      rules: RuleSettings(),
      findingsPerRule: 100,
      bootstrap: ImageBootstrap(replicates: 0)
    )
    let report = await audit.report(on: try await delivery("gold.json", role: "dataset"))
    #expect(report.findings.items.map(\.rule) == ["image-without-annotations"])
  }

  @Test(
    "has exactly the planted misses, extras and mislabels",
    arguments: [
      ("gold-a", "gold.json", "annotator-a.json"), ("gold-b", "gold.json", "annotator-b.json"),
      ("a-b", "annotator-a.json", "annotator-b.json"),
    ]
  )
  func annotators(name: String, a: String, b: String) async throws {
    let report = try await comparison(a, b)
    let expected = try #require(try planted().expected[name])
    for (id, count) in expected where id != "absorbed-b" {
      #expect(report.metric(id)?.value == Double(count), "\(id)")
    }
    #expect(report.excluded["absorbed-b"] == expected["absorbed-b"] ?? 0)
    #expect(report.excluded["images-unassigned-b"] == (b == "annotator-b.json" ? 1 : 0))
  }

  @Test("is the same in VOC as in COCO")
  func voc() async throws {
    let report = try await comparison("gold.json", "voc")
    #expect(report.metric("dice")?.value == 1)
    #expect(report.metric("iou-min")?.value == 1)
    #expect(report.metric("matched")?.value == 218)
  }
}
