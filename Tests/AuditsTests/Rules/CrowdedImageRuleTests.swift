import Audits
import Findings
import Testing

/// Rules that hold the objects of one image against each other, where there are many.
@Suite struct CrowdedImageRuleTests {
  /// Rows of boxes that do not touch: 100 in each.
  private static func raster(_ count: Int) -> [String] {
    (0..<count).map { annotation($0 + 1, box: "\($0 % 100 * 12), \($0 / 100 * 12), 10, 10") }
  }

  private static let image = #"{"id": 1, "file_name": "a.jpg", "width": 1200, "height": 1200}"#

  @Test("among 10,000 objects of one image each near duplicate is found, with the earlier one")
  func nearDuplicates() async throws {
    // The 5th and the 205th box, moved by half a pixel: IoU 9.5 / 10.5.
    let json = coco(
      images: Self.image,
      annotations: Self.raster(10_000) + [
        annotation(10_001, box: "48.5, 0, 10, 10"), annotation(10_002, box: "48, 24.5, 10, 10"),
      ]
    )
    let found = try await findings(of: "near-duplicate-box", in: json)
    #expect(found.map(\.annotation) == ["10001", "10002"])
    #expect(found.map { $0.message.contains("annotation 5 ") } == [true, false])
    #expect(found.map { $0.message.contains("annotation 205 ") } == [false, true])
    #expect(abs((found.first?.evidence["iou"] ?? 0) - 9.5 / 10.5) < 1e-12)
    #expect(try await findings(of: "contained-box", in: json).isEmpty)
  }

  @Test("a box around 10,000 others contains each of them, and is in none")
  func contained() async throws {
    let json = coco(
      images: Self.image,
      annotations: Self.raster(10_000) + [annotation(10_001, box: "0, 0, 1200, 1200")]
    )
    let found = try await findings(of: "contained-box", in: json)
    #expect(found.count == 1000)
    #expect(found.allSatisfy { $0.message.contains("annotation 10001 ") })
  }

  @Test("boxes of an IoU just below the threshold are no near duplicates")
  func threshold() async throws {
    // 9 / 11 = 0.82, and 9.47 / 10.53 = 0.899.
    let json = coco(annotations: [
      annotation(1, box: "10, 10, 10, 10"), annotation(2, box: "11, 10, 10, 10"),
      annotation(3, box: "9.47, 10, 10, 10"),
    ])
    #expect(try await findings(of: "near-duplicate-box", in: json).isEmpty)
    var settings = RuleSettings()
    settings.nearDuplicateIoU = 0.8
    let found = try await findings(of: "near-duplicate-box", in: json, settings: settings)
    #expect(found.map(\.annotation) == ["2", "3"])
  }
}
