import Audits
import Findings
import Testing

/// Crowd regions and outlines that lie over one another.
@Suite struct RegionRuleTests {
  /// The first `columns` of 100 columns of 80 px.
  private static func region(_ columns: Int, _ more: String = "") -> String {
    annotation(
      9,
      box: "0, 0, \(columns), 80",
      """
      , "iscrowd": 1, "segmentation": {"counts": [0, \(columns * 80), \(8000 - columns * 80)],
      "size": [80, 100]}\(more)
      """
    )
  }

  @Test("a region is told that covers 90 % of its image", arguments: [(89, 0), (90, 1), (100, 1)])
  func overImage(columns: Int, count: Int) async throws {
    let json = coco(annotations: [Self.region(columns)])
    let found = try await findings(of: "region-over-image", in: json)
    #expect(found.count == count)
    #expect(found.first?.evidence["share"] == (count == 0 ? nil : Double(columns) / 100))
  }

  @Test("without a mask the part of the box counts that lies in the image")
  func boxOverImage() async throws {
    // 80 × 80 of 100 × 80 px are inside, 80 %.
    let json = coco(annotations: [annotation(1, box: "-50, 0, 130, 80", #", "ignore": 1"#)])
    #expect(try await findings(of: "region-over-image", in: json).isEmpty)
    var settings = RuleSettings()
    settings.regionImageShare = 0.8
    #expect(try await findings(of: "region-over-image", in: json, settings: settings).count == 1)
  }

  /// The object is 20 px wide from x = 10: a region of n columns covers n − 10 of 20.
  @Test(
    "a region over half of an object of its category is told, and names the region",
    arguments: [(19, 0), (20, 1), (60, 1)]
  )
  func overObject(columns: Int, count: Int) async throws {
    let json = coco(annotations: [annotation(1, box: "10, 10, 20, 30"), Self.region(columns)])
    let found = try await findings(of: "region-over-object", in: json)
    #expect(found.count == count)
    #expect(found.first.map(\.annotation) == (count == 0 ? nil : "1"))
    #expect(found.first?.message.contains("annotation 9 (/annotations/1)") ?? true)
  }

  @Test("an object's outline, not its box, is held against the region")
  func outlineInRegion() async throws {
    // A triangle with its long side at the right: of 300 px² a quarter is left of its middle, x = 20.
    let outline = #", "segmentation": [[30, 10, 30, 40, 10, 40]]"#
    let json = coco(
      annotations: [annotation(1, box: "10, 10, 20, 30", outline), Self.region(20)]
    )
    #expect(try await findings(of: "region-over-object", in: json).isEmpty)
  }

  @Test("objects of other categories and of other annotators are not held against a region")
  func others() async throws {
    let json = coco(
      annotations: [
        annotation(1, category: 2, box: "10, 10, 20, 30"),
        annotation(2, box: "10, 10, 20, 30", #", "annotator": "ann""#),
        Self.region(60, #", "annotator": "bob""#),
      ]
    )
    #expect(try await findings(of: "region-over-object", in: json).isEmpty)
  }

  /// Parallelograms of 20 × 20 px, the second one moved by n px: they share (20 − n) / 20 of either; of equal ones
  /// the left one is told.
  @Test(
    "outlines are told that share half of the smaller one",
    arguments: [(9, 1), (10, 1), (11, 0), (20, 0)]
  )
  func overlapping(shift: Int, count: Int) async throws {
    func slanted(_ id: Int, _ x: Int) -> String {
      annotation(
        id,
        box: "\(x), 10, 30, 20",
        #", "segmentation": [[\#(x), 10, \#(x + 20), 10, \#(x + 30), 30, \#(x + 10), 30]]"#
      )
    }
    let json = coco(annotations: [slanted(1, 10), slanted(2, 10 + shift)])
    let found = try await findings(of: "overlapping-outlines", in: json)
    #expect(found.map(\.annotation) == (count == 0 ? [] : ["1"]))
  }

  @Test("outlines that are their boxes are not held against each other")
  func boxesAsOutlines() async throws {
    let polygon = annotation(
      1,
      box: "10, 10, 40, 40",
      #", "segmentation": [[10, 10, 50, 10, 50, 50, 10, 50]]"#
    )
    // Columns 20 to 39 of rows 10 to 39 of an image of 100 × 80 px.
    let runs = "[1610\(String(repeating: ", 30, 50", count: 19)), 30, 4840]"
    let mask = annotation(
      2,
      box: "20, 10, 20, 30",
      #", "segmentation": {"size": [80, 100], "counts": \#(runs)}"#
    )
    let json = coco(annotations: [polygon, mask])
    #expect(try await findings(of: "overlapping-outlines", in: json).isEmpty)
  }
}
