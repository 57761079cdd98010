import Audits
import Findings
import Formats
import Foundation
import TestSupport
import Testing

/// What the rules find in data sets made by others; counts had with independent Python code.
@Suite(.enabled(if: SharedData.isExpected, Comment(rawValue: SharedData.skipMessage)))
struct PublicDataRuleTests {
  // Stated areas and shared outlines were counted with pycocotools 2.0.11 (merge, area of frPyObjects) as well.
  private func counts(
    _ path: String,
    settings: RuleSettings = RuleSettings()
  ) async throws -> (counts: [String: Int], items: [Finding]) {
    let json = try String(contentsOfFile: SharedData.data(path), encoding: .utf8)
    let run = RuleRun(settings: settings, threads: 2)
    let summary = try await run.findings(in: [ExampleDataset.read(coco: json)])
    let counts = summary.rules.filter { $0.count > 0 }.map { ($0.id, $0.count) }
    return (Dictionary(uniqueKeysWithValues: counts), summary.items)
  }

  @Test("TACO: two duplicate ids, one box out of bounds, one unused category")
  func taco() async throws {
    let (counts, items) = try await counts("taco/instances.json")
    #expect(
      counts == [
        "duplicate-annotation-id": 2, "box-out-of-bounds": 1, "unused-category": 1,
        "contained-box": 16, "self-intersecting-polygon": 57, "repeated-polygon-points": 12,
        "rare-category": 1, "size-outlier": 7, "aspect-outlier": 3, "object-count-outlier": 1,
        "overlapping-outlines": 4, "area-polygon-mismatch": 1,
      ]
    )
    #expect(
      items.filter { $0.rule == "duplicate-annotation-id" }.compactMap(\.annotation).sorted()
        == ["309", "4040"]
    )
    #expect(
      items.filter { $0.rule == "unused-category" }.map(\.category) == ["Plastified paper bag"]
    )
  }

  @Test("TACO: seven boxes with a negative origin at tolerance 0")
  func tacoBounds() async throws {
    let settings = RuleSettings(boundsTolerance: 0)
    let (counts, items) = try await counts("taco/instances.json", settings: settings)
    #expect(counts["box-out-of-bounds"] == 7)
    let outside = items.filter { $0.rule == "box-out-of-bounds" }
    #expect(outside.allSatisfy { ($0.box ?? []).prefix(2).contains { $0 < 0 } })
  }

  @Test("100 images of COCO val2014, nine crowds with masks among them, have nothing to warn of")
  func coco100() async throws {
    let (counts, _) = try await counts("coco100/instances_val2014_100.json")
    #expect(
      counts == [
        "unused-category": 10, "category-id-gap": 1, "whole-image-box": 1, "contained-box": 15,
        "repeated-polygon-points": 40, "rare-category": 1, "overlapping-outlines": 2,
      ]
    )
  }

  @Test(
    "LVIS: empty images that a rater looked at are no finding",
    arguments: [
      (
        "lvis200/rater1.json",
        [
          "whole-image-box": 1, "mis-click": 1, "contained-box": 13, "repeated-polygon-points": 1,
          "rare-category": 1, "size-outlier": 1, "aspect-outlier": 2, "overlapping-outlines": 3,
          "area-polygon-mismatch": 4,
        ]
      ),
      (
        "lvis200/rater2.json",
        [
          "contained-box": 13, "self-intersecting-polygon": 2, "repeated-polygon-points": 1,
          "rare-category": 1, "size-outlier": 7, "aspect-outlier": 1, "overlapping-outlines": 2,
          "area-polygon-mismatch": 2,
        ]
      ),
    ]
  )
  func lvis(path: String, expected: [String: Int]) async throws {
    var (counts, _) = try await counts(path)
    #expect(counts.removeValue(forKey: "unused-category") != nil)
    // json.load of the file: 67 ids in the lists, 46 of them among the categories.
    #expect(counts.removeValue(forKey: "undeclared-not-exhaustive") == 21)
    #expect(counts == expected)
  }

  @Test("13 of 14 annotations of the ignore case belong to images that are not there")
  func ignoreCase() async throws {
    let (counts, _) = try await counts("coco100/gt_ignore_test.json")
    #expect(counts["dangling-image"] == 13)
  }
}
