import Audits
import Findings
import Testing

@Suite struct OutlineRuleTests {
  private static let triangle = #", "segmentation": [[10, 10, 30, 10, 10, 40]]"#

  /// The box is 20 × 30 px = 600 px²; 1 % and 1 px² are 7 px².
  @Test(
    "without an outline a stated area may differ from the box's by 1 % and 1 px²",
    arguments: [(593.0, 0), (607, 0), (592.9, 1), (607.1, 1), (0, 1), (-600, 1)]
  )
  func areaOfBox(area: Double, count: Int) async throws {
    let json = coco(annotations: [annotation(1, box: "10, 10, 20, 30", ", \"area\": \(area)")])
    #expect(try await findings(of: "area-box-mismatch", in: json).count == count)
  }

  @Test(
    "with a polygon a stated area may be anything up to the box's",
    arguments: [(607.0, 0), (5, 0), (607.1, 1), (0, 1), (-5, 1)]
  )
  func areaOfPolygon(area: Double, count: Int) async throws {
    let more = ", \"area\": \(area)" + Self.triangle
    let json = coco(annotations: [annotation(1, box: "10, 10, 20, 30", more)])
    #expect(try await findings(of: "area-box-mismatch", in: json).count == count)
  }

  /// The mask covers 400 of 8,000 px in a box of 5 × 80 px.
  @Test(
    "with a mask a stated area is that of the mask; a crowd's may be off by a quarter",
    arguments: [(395.0, 0, 0), (394, 0, 1), (299, 1, 0), (298, 1, 1), (406, 1, 1)]
  )
  func areaOfMask(area: Double, crowd: Int, count: Int) async throws {
    // The last one is larger than the box, which no crowd may be: 400 · 1.01 + 1 = 405.
    let more = """
      , "area": \(area), "iscrowd": \(crowd),
      "segmentation": {"counts": [0, 400, 7600], "size": [80, 100]}
      """
    let json = coco(annotations: [annotation(1, box: "0, 0, 5, 80", more)])
    #expect(try await findings(of: "area-box-mismatch", in: json).count == count)
  }

  @Test("an area finding states both areas")
  func areaMessage() async throws {
    let json = coco(annotations: [annotation(1, box: "10, 10, 20, 30.5", ", \"area\": 900.25")])
    let found = try #require(try await findings(of: "area-box-mismatch", in: json).first)
    #expect(found.message == "stated area is 900.25 px²; expected at most the box's 610 px²")
    #expect(found.evidence["stated-area"] == 900.25)
    #expect(found.evidence["measured-area"] == 610)
  }

  @Test("a polygon outside its box is reported with the edges, and its own box as evidence")
  func polygonOutside() async throws {
    let outline = #", "segmentation": [[10, 10, 30, 10, 30, 40], [5, 20, 12, 20, 12, 43.5]]"#
    let json = coco(annotations: [annotation(1, box: "10, 10, 20, 30", outline)])
    let found = try #require(try await findings(of: "polygon-outside-box", in: json).first)
    #expect(
      found.message
        == "polygon reaches 5 px over the left edge and 3.5 px over the bottom edge of its box; "
        + "at most 1 px is tolerated"
    )
    // All rings together: 5…30 × 10…43.5.
    #expect(found.evidence["other-x"] == 5)
    #expect(found.evidence["other-y"] == 10)
    #expect(found.evidence["other-width"] == 25)
    #expect(found.evidence["other-height"] == 33.5)
  }

  @Test("the same box in two categories, area ≠ box and polygon outside box are three findings")
  func threeFindings() async throws {
    let json = coco(annotations: [
      annotation(1, box: "10, 10, 20, 30"),
      annotation(2, category: 2, box: "10, 10, 20, 30"),
      annotation(3, box: "50, 10, 20, 30", #", "area": 300"#),
      annotation(4, box: "50, 45, 20, 30", #", "segmentation": [[50, 45, 75, 45, 70, 75]]"#),
    ])
    let summary = try await RuleRun(rules: rulesOfRecordsWithoutArea, threads: 1).findings(in: [
      ExampleDataset.read(coco: json)
    ])
    #expect(
      summary.items.map(\.rule)
        == ["same-box-two-categories", "area-box-mismatch", "polygon-outside-box"]
    )
  }
}
