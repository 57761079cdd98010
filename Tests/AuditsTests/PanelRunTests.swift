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
    // Over all pairs: (2·3 + 2·1 + 2·1) / (6 + 5 + 5), on 3 + 3 + 2 objects.
    #expect(report.metric("dice")?.value == 10.0 / 16 && report.metric("dice")?.n == 8)
    #expect(report.metric("dice", SliceLabel([.category: "cat"]))?.value == 10.0 / 16)
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

  @Test("say of each annotator what took no part")
  func leftOut() async throws {
    func read(_ role: String, _ annotations: [String], images: String) async throws -> Delivery {
      Delivery(
        role: role,
        name: role,
        format: "coco",
        detected: "",
        result: try await ExampleDataset.read(coco: coco(images: images, annotations: annotations))
      )
    }
    let open = #"{"id": 1, "file_name": "a.jpg"}, {"id": 2, "file_name": "b.jpg"}"#
    let closed =
      #"{"id": 1, "file_name": "a.jpg"}, {"id": 2, "file_name": "b.jpg", "rater_list": ["x"]}"#
    let box = "0, 0, 10, 10"
    let report = await run.report(on: [
      try await read(
        "a",
        [annotation(1, box: box), annotation(2, image: 2, box: box)],
        images: open
      ),
      try await read("b", [annotation(1, box: box, #", "iscrowd": 1"#)], images: open),
      // Of undeclared category, and in an image that was another's.
      try await read(
        "c",
        [
          annotation(1, category: 99, box: box),
          annotation(2, image: 2, box: box, #", "rater_id": "y""#),
        ],
        images: closed
      ),
    ])
    let expected = [
      "images-compared": 2, "images-with-one-annotator": 0, "images-unassigned-a": 0,
      "images-unassigned-c": 1, "regions-b": 1, "regions-a": 0, "absorbed-a": 1, "absorbed-b": 0,
      "undefined-category-c": 1, "without-box-a": 0,
    ]
    for (name, count) in expected { #expect(report.excluded[name] == count, "\(name)") }
    // In b.jpg a has an object that b has not.
    #expect(report.metric("dice", SliceLabel([.pair: "a × b"]))?.value == 0)
  }

  @Test("are brought together alike in any order, where similarities are equal too")
  func order() async throws {
    // 10 px wide at steps of 4: neighbours have an IoU of 6/14, and whoever is first takes whom he can.
    let works = [
      try await delivery("a", [0, 12]), try await delivery("b", [4]), try await delivery("c", [8]),
    ]
    var alphas: Set<Double?> = []
    for order in [[0, 1, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      var settings = run.settings
      settings.matching.minimumIoU = 0.4
      let report = await PanelRun(settings).report(on: order.map { works[$0] })
      alphas.insert(report.metric("alpha")?.value)
    }
    #expect(alphas.count == 1)
  }

  @Test("have agreement over τ, and the τ of every two of them")
  func curve() async throws {
    let works = [
      try await delivery("a", [0, 20, 40]), try await delivery("b", [1, 20, 40]),
      try await delivery("c", [3, 20, 60]),
    ]
    let report = await PanelRun(run.settings, curve: true).report(on: works)
    func value(_ id: String, _ threshold: String) -> Double? {
      report.metric(id, SliceLabel([.iou: threshold]))?.value
    }
    // Of 3 · 3 objects each could meet two others: at .3 all of the first two places do and a and b share
    // the third; at .9 only what lies equal.
    #expect(value("dice", "0.3") == 14.0 / 18)
    #expect(value("dice", "0.9") == 8.0 / 18)
    #expect(value("fleiss-kappa", "0.9") == nil)
    #expect(report.metric("tau-star")?.undefinedReason == "needs objects in two images")
    #expect(report.findings.items.allSatisfy { !$0.message.contains("iou=") })
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

  @Test("tell how many objects nobody drew, at least, from those that one and two of them drew")
  func unseen() async throws {
    // Of ten objects three drew the first, two each of the next seven, one the last two.
    func report(_ works: [[Int]]) async throws -> AuditReport {
      var deliveries: [Delivery] = []
      for (role, places) in zip(["a", "b", "c", "d"], works) {
        deliveries.append(try await delivery(role, places.map { $0 * 20 }))
      }
      return await run.report(on: deliveries)
    }
    let three = try await report([[0, 1, 2, 3, 4, 8], [0, 1, 2, 3, 5, 6, 7], [0, 4, 5, 6, 7, 9]])
    // 2/3 · 2² / (2 · 7)
    let record = try #require(three.metric("unseen-chao"))
    #expect(record.value == 2.0 / 3 * 4 / 14 && record.n == 10)
    // Whoever looked and drew nothing is an occasion too: 3/4.
    let four = try await report([
      [0, 1, 2, 3, 4, 8], [0, 1, 2, 3, 5, 6, 7], [0, 4, 5, 6, 7, 9], [],
    ])
    #expect(four.metric("unseen-chao")?.value == 3.0 / 4 * 4 / 14)
    // Six of two are too few.
    let few = try await report([[1, 2, 3, 4, 8], [1, 2, 3, 5, 6], [4, 5, 6, 9]])
    #expect(few.metric("unseen-chao")?.undefinedReason?.hasPrefix("fewer than 7 objects") == true)
    #expect(few.metric("unseen-estimate") == nil)
  }

  @Test("are not asked of the reference, nor of images that two looked at")
  func unseenByWhom() async throws {
    let places = (0..<8).map { $0 * 20 }
    let report = await run.report(
      on: [try await delivery("a", places), try await delivery("b", places)],
      gold: try await delivery("reference", [])
    )
    #expect(report.metric("unseen-chao") == nil)
  }

  @Test("agree as they do without it when there is a reference")
  func reference() async throws {
    let works = [
      try await delivery("a", [0, 20, 40, 64]), try await delivery("b", [0, 20, 40, 68]),
      try await delivery("c", [0, 60, 100]),
    ]
    // At 66 it overlaps with both a's 64 and b's 68, which do not with each other; 120 it has alone.
    let gold = try await delivery("reference", [0, 20, 66, 120])
    var settings = run.settings
    settings.matching.minimumIoU = 0.6
    let run = PanelRun(settings, curve: true)
    let alone = await run.report(on: works)
    let judged = await run.report(on: works, gold: gold)
    let own = [
      "alpha", "alpha-image-mean", "dice", "fleiss-kappa", "clusters", "clusters-complete",
      "vitality", "tau-star", "unseen-chao",
    ]
    func agreement(_ report: AuditReport) -> [MetricRecord] {
      report.metrics.filter { own.contains($0.id) && $0.slice[.pair] == nil }
    }
    #expect(agreement(alone).count > 20)
    #expect(agreement(judged) == agreement(alone))
    #expect(judged.metric("clusters-complete")?.value == 1)
  }
}
