import Audits
import Findings
import Testing

/// Areas and numbers of keypoints that a file states.
@Suite struct StatedNumberRuleTests {
  private static let triangle = #", "segmentation": [[10, 10, 30, 10, 10, 40]]"#

  /// The triangle has 300 px²; 5 % and 1 px² are 16 px².
  @Test(
    "a stated area may differ from the polygons' by 5 % and 1 px²",
    arguments: [(316.0, 0), (284, 0), (317, 1), (280, 1), (600, 1), (0, 0), (700, 0)]
  )
  func area(stated: Double, count: Int) async throws {
    // Those of 0 and above the box's 600 px² are findings of 'area-box-mismatch'.
    let json = coco(
      annotations: [annotation(1, box: "10, 10, 20, 30", ", \"area\": \(stated)" + Self.triangle)]
    )
    #expect(try await findings(of: "area-polygon-mismatch", in: json).count == count)
  }

  /// Two squares of 20 × 20 px that share a half: 800 px² together, 600 px² that they cover.
  @Test(
    "rings that overlap may state their sum or what they cover",
    arguments: [(800.0, 0), (600, 0), (700, 1)]
  )
  func union(stated: Double, count: Int) async throws {
    let rings = "[[10, 10, 30, 10, 30, 30, 10, 30], [20, 10, 40, 10, 40, 30, 20, 30]]"
    let more = ", \"area\": \(stated), \"segmentation\": \(rings)"
    let json = coco(annotations: [annotation(1, box: "10, 10, 60, 60", more)])
    #expect(try await findings(of: "area-polygon-mismatch", in: json).count == count)
  }

  @Test(
    "a number of keypoints is held against those that are labelled, and is not needed",
    arguments: [
      (#""num_keypoints": 2"#, 0), (#""num_keypoints": 2.0"#, 0), (#""num_keypoints": null"#, 0),
      (#""score": 1"#, 0), (#""num_keypoints": 3"#, 1), (#""num_keypoints": 0"#, 1),
      (#""num_keypoints": "2""#, 1), (#""num_keypoints": [2]"#, 1),
    ]
  )
  func keypointNumber(member: String, count: Int) async throws {
    let json = coco(
      annotations: [
        annotation(
          1,
          box: "10, 10, 20, 30",
          #", "keypoints": [12, 12, 2, 14, 14, 1, 0, 0, 0], \#(member)"#
        )
      ]
    )
    let found = try await findings(of: "keypoint-number-mismatch", in: json)
    #expect(found.count == count)
    #expect(found.first?.message.hasSuffix("expected 2") ?? true)
  }
}
