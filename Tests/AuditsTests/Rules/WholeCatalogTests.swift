import Annotations
import Audits
import Findings
import Formats
import Testing

/// All rules at once.
@Suite struct WholeCatalogTests {
  /// A file with polygons, masks, a crowd, keypoints, attributes, scores and annotators, all as they should be.
  private static var everything: String {
    coco(
      images: """
        {"id": 1, "file_name": "day/a.jpg", "width": 100, "height": 80, "license": 1},
        {"id": 2, "file_name": "night/b.jpg", "width": 10, "height": 10}
        """,
      categories: """
        {"id": 1, "name": "person", "supercategory": "animal",
         "keypoints": ["left_eye", "right_eye", "left_shoulder", "right_shoulder"],
         "skeleton": [[1, 2], [3, 4]]},
        {"id": 2, "name": "dog", "supercategory": "animal"}
        """,
      annotations: [
        annotation(
          1,
          box: "10, 10, 20, 30",
          #", "area": 600, "iscrowd": 0, "segmentation": [[10, 10, 30, 10, 30, 40, 10, 40]]"#
            + #", "keypoints": [25, 15, 2, 15, 15, 2, 28, 25, 2, 0, 0, 0], "num_keypoints": 3"#
            + #", "attributes": {"pose": "standing", "occluded": false}, "score": 0.5"#
        ),
        annotation(
          2,
          category: 2,
          box: "50, 10, 20, 30",
          #", "area": 300, "segmentation": [[50, 10, 70, 10, 70, 40, 50, 10]], "rater_id": "ann""#
        ),
        annotation(
          3,
          category: 2,
          box: "51, 10, 20, 30",
          #", "area": 300, "segmentation": [[51, 10, 71, 10, 71, 40]], "rater_id": "bob""#
        ),
        annotation(
          4,
          image: 2,
          category: 2,
          box: "0, 0, 2, 10",
          #", "area": 20, "iscrowd": 1, "segmentation": {"counts": [0, 20, 80], "size": [10, 10]}"#
        ),
      ]
    )
  }

  @Test("a correct file with every feature yields no finding")
  func correct() async throws {
    let read = try await ExampleDataset.read(coco: Self.everything)
    let found = await RuleRun(threads: 2).findings(in: [read])
    #expect(found.items.map { "\($0.rule): \($0.message)" } == [])
    #expect(found.total == 0)
    #expect(read.dataset.annotations.count == 4)
  }

  @Test("of 200,000 findings all are counted and the first are kept")
  func manyFindings() async throws {
    // Degenerate, in an undefined category: two findings each, and no other.
    let records = (1...100_000).map { annotation($0, category: 9, box: "10, 10, 0, 5") }
    let read = try await ExampleDataset.read(coco: coco(annotations: records))
    let rules = ["undefined-category", "degenerate-box"].compactMap(RuleCatalog.rule)
    let found = await RuleRun(rules: rules, findingsPerRule: 3, threads: 2).findings(in: [read])
    #expect(found.total == 200_000)
    #expect(found.rules.map(\.count) == [100_000, 100_000])
    #expect(found.items.map(\.annotation) == ["1", "2", "3", "1", "2", "3"])
  }

  @Test("a million findings keep as many as a thousand do")
  func millionFindings() {
    var collector = FindingCollector(limit: 1000)
    var made = 0
    for number in 0..<1_000_000 {
      collector.report {
        made += 1
        return Finding(rule: "r", severity: .info, message: "\(number)", hint: "")
      }
    }
    #expect(collector.count == 1_000_000)
    #expect(collector.items.count == 1000 && made == 1000)
    #expect(collector.items.last?.message == "999")
  }

  @Test("numbers that are ten times off are found above and below, and no others")
  func magnitude() async throws {
    let values = [9.0, 10, 11, 10, 100, 1.1, 50, 10, 9, 11]
    let records = values.enumerated().map { index, value in
      annotation(
        index + 1,
        box: "\(index * 5), 10, 20, 30",
        #", "attributes": {"count": \#(value)}"#
      )
    }
    let found = try await findings(
      of: "magnitude-typo-attribute",
      in: coco(annotations: records)
    )
    #expect(found.map(\.annotation) == ["5", "6"])
    #expect(
      found.map(\.message) == [
        "'count' is 100 where the median is 10; it may be 10 times too large",
        "'count' is 1.1 where the median is 10; it may be 10 times too small",
      ]
    )
  }
}
