import Audits
import Findings
import Formats
import Metrics
import Testing

@Suite("Several annotators")
struct PanelRunTests {
  /// One image; each annotator's boxes are 10 px wide and lie at the given places.
  private func delivery(_ role: String, _ places: [Int]) async throws -> Delivery {
    let annotations = places.enumerated().map { index, place in
      annotation(index + 1, box: "\(place), 0, 10, 10")
    }
    return Delivery(
      role: role,
      name: role,
      format: "coco",
      detected: "",
      result: try await ExampleDataset.read(coco: coco(annotations: annotations))
    )
  }

  private var run: PanelRun {
    PanelRun(
      ComparisonSettings(
        matching: MatchingOptions(),
        rules: RuleSettings(),
        findingsPerRule: 10,
        bootstrap: ImageBootstrap(replicates: 0)
      )
    )
  }

  @Test("agree by α over all, and the one who differs has the lowest vitality")
  func vitality() async throws {
    let report = await run.report(on: [
      try await delivery("a", [0, 20, 40]),
      try await delivery("b", [0, 20, 40]),
      try await delivery("c", [0, 60]),
    ])
    // Units: (cat cat cat), (cat cat ∅), (cat cat ∅), (∅ ∅ cat). Ordered disagreeing pairs ÷ (3 − 1):
    // 0 + 2 + 2 + 2 = 6; 8 × cat, 4 × ∅: α = 1 − 11·6 / (144 − 64 − 16) = 1 − 66/64.
    #expect(report.metric("alpha")?.value == 1 - 66.0 / 64)
    // Without c: 3 equal pairs and one unit that both miss: α = 1; vitality −1/32 − 1.
    let vitality = report.metric("vitality", SliceLabel([.annotator: "c"]))
    #expect(vitality?.value == -66.0 / 64)
    #expect(report.metric("clusters")?.value == 4)
    #expect(report.metric("clusters-complete")?.value == 1)
    #expect(report.metric("dice", SliceLabel([.pair: "a × b"]))?.value == 1)
    // 2·1 / (3 + 2)
    #expect(report.metric("dice", SliceLabel([.pair: "a × c"]))?.value == 0.4)
    #expect(report.metric("dice-pair-mean")?.n == 3)
    // a and b agree wholly, c with neither.
    #expect(report.metric("collaboration-clusters")?.value == 2)
    #expect(report.metric("collaboration-cluster", SliceLabel([.annotator: "b"]))?.value == 1)
    #expect(report.metric("collaboration-cluster", SliceLabel([.annotator: "c"]))?.value == 2)
    // All in one image of four objects of one size.
    for part in [SliceLabel([.complexity: "4–9"]), SliceLabel([.size: "small"])] {
      #expect(report.metric("alpha", part)?.value == 1 - 66.0 / 64, "\(part)")
    }
    #expect(report.metric("alpha", SliceLabel([.complexity: "0"])) == nil)
  }

  @Test("in one file are told apart by name; who drew nothing in an image was not there")
  func oneFile() async throws {
    let images = #"{"id": 1, "file_name": "a.jpg"}, {"id": 2, "file_name": "b.jpg"}"#
    let json = coco(
      images: images,
      annotations: [
        annotation(1, box: "0, 0, 10, 10", #", "annotator": "eve""#),
        annotation(2, box: "0, 0, 10, 10", #", "annotator": "adam""#),
        annotation(3, image: 2, box: "0, 0, 10, 10", #", "annotator": "eve""#),
        annotation(4, image: 2, box: "0, 0, 10, 10"),
      ]
    )
    let read = try await ExampleDataset.read(coco: json)
    let delivery = Delivery(role: "a", name: "x", format: "coco", detected: "", result: read)
    let report = await ComparisonRun(
      ComparisonSettings(
        matching: MatchingOptions(),
        rules: RuleSettings(),
        findingsPerRule: 10,
        bootstrap: ImageBootstrap(replicates: 0)
      )
    ).report(on: delivery)
    #expect(report.parameters["annotator-a"] == .text("adam"))
    #expect(report.metric("matched")?.value == 1)
    #expect(report.excluded["images-compared"] == 1)
    #expect(report.excluded["images-unassigned-a"] == 1)
    #expect(report.excluded["annotations-without-annotator"] == 1)
  }
}
