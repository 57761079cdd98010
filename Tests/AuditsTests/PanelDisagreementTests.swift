import Audits
import Findings
import Formats
import Metrics
import Testing

@Suite("The disagreements of more than two annotators")
struct PanelDisagreementTests {
  private static let image = #"{"id": 1, "file_name": "a.jpg", "width": 200, "height": 100}"#

  private func delivery(
    _ role: String,
    _ annotations: [String],
    images: String = image
  ) async throws -> Delivery {
    Delivery(
      role: role,
      name: "\(role).json",
      format: "coco",
      detected: "",
      result: try await ExampleDataset.read(coco: coco(images: images, annotations: annotations))
    )
  }

  private func settings(kept: Int = 100, threads: Int = 2) -> ComparisonSettings {
    ComparisonSettings(
      matching: MatchingOptions(),
      rules: RuleSettings(),
      findingsPerRule: kept,
      bootstrap: ImageBootstrap(replicates: 0, threads: threads)
    )
  }

  private static let rules = ["category-disagreement", "object-of-one-side", "loose-agreement"]

  /// What the three rules find, in their order.
  private func findings(
    _ works: [Delivery],
    gold: Delivery? = nil,
    kept: Int = 100,
    threads: Int = 2
  ) async -> [Finding] {
    let run = PanelRun(settings(kept: kept, threads: threads))
    return await run.report(on: works, gold: gold).findings.items
      .filter { Self.rules.contains($0.rule) }
  }

  @Test("bear the names that those of two have")
  func names() {
    #expect(ClusterRuleCatalog.abouts.map(\.id) == Self.rules)
    #expect(DisagreementCatalog.abouts.map(\.id) == Self.rules)
  }

  @Test("about who drew an object are one finding, with how many of those who looked")
  func presence() async throws {
    let box = "0, 0, 10, 10"
    let found = await findings([
      try await delivery("a", [annotation(1, box: box), annotation(2, box: "50, 0, 10, 10")]),
      try await delivery("b", [annotation(5, box: "1, 0, 10, 10")]),
      try await delivery("c", []),
    ])
    // Both boxes are as like each other as the other: the first in reading order stands.
    #expect(
      found.map(\.message) == [
        "2 of 3 annotators have it (A and B), C has nothing with IoU ≥ 0.5; "
          + "this is A's, B's is annotation 5 (/annotations/0)",
        "1 of 3 annotators has it (A), B and C have nothing with IoU ≥ 0.5",
      ]
    )
    let first = try #require(found.first)
    #expect(first.rule == "object-of-one-side" && first.severity == .info)
    #expect(first.image == "a.jpg" && first.annotation == "1" && first.box == [0, 0, 10, 10])
    #expect(first.otherBoxes == [[1, 0, 10, 10]])
    #expect(first.evidence["support"] == 2 && first.evidence["annotators"] == 3)
    #expect(found.last?.otherBoxes == [])
  }

  @Test("count neither who was not assigned to the image nor who covers the object by a region")
  func voices() async throws {
    let box = "0, 0, 10, 10"
    let found = await findings([
      try await delivery("a", [annotation(1, box: box)]),
      try await delivery("b", [annotation(1, box: box)]),
      try await delivery("c", []),
      try await delivery("d", [annotation(1, box: "0, 0, 40, 40", #", "iscrowd": 1"#)]),
      try await delivery(
        "e",
        [],
        images: #"{"id": 1, "file_name": "b.jpg"}"#
      ),
    ])
    #expect(
      found.map(\.message) == [
        "2 of 3 annotators have it (A and B), C has nothing with IoU ≥ 0.5; D covers it with a region; "
          + "this is A's, B's is annotation 1 (/annotations/0)"
      ]
    )
  }

  @Test("say where a category was not annotated exhaustively")
  func openCategory() async throws {
    let images =
      #"{"id": 1, "file_name": "a.jpg", "width": 200, "height": 100, "not_exhaustive_category_ids": [1]}"#
    let found = await findings([
      try await delivery("a", [annotation(1, box: "0, 0, 10, 10")]),
      try await delivery("b", [], images: images),
      try await delivery("c", []),
    ])
    #expect(found.map(\.message.utf8.count).count == 1)
    #expect(
      found.first?.message.hasSuffix("; the category was not annotated exhaustively here") == true
    )
  }

  @Test("about the category are one finding, with the votes")
  func categories() async throws {
    let found = await findings([
      try await delivery("a", [annotation(1, category: 2, box: "0, 0, 10, 10")]),
      try await delivery("b", [annotation(2, category: 1, box: "0, 0, 10, 10")]),
      // Shares 9 of 11 px.
      try await delivery("c", [annotation(3, category: 1, box: "1, 0, 10, 10")]),
    ])
    #expect(
      found.map(\.message) == [
        "2 of 3 annotators say 'cat' (B and C), 1 says 'dog' (A); lowest IoU 0.818; "
          + "this is A's, B's is annotation 2 (/annotations/0), C's is annotation 3 (/annotations/0)"
      ]
    )
    #expect(found.first?.rule == "category-disagreement" && found.first?.severity == .warning)
    // The one least like it first.
    #expect(found.first?.otherBoxes == [[1, 0, 10, 10], [0, 0, 10, 10]])
    #expect(found.first?.evidence["iou"] == 9.0 / 11)
  }

  @Test("about the box name the two least alike, and who lies apart at which edge")
  func boxes() async throws {
    func work(_ role: String, _ boxes: [String]) async throws -> Delivery {
      try await delivery(
        role,
        boxes.enumerated().map { annotation($0.offset + 1, box: $0.element) }
      )
    }
    let found = await findings([
      try await work("a", ["0, 0, 20, 20", "40, 40, 20, 20", "100, 40, 20, 20"]),
      try await work("b", ["0, 0, 21, 20", "41, 40, 20, 20", "100, 40, 23, 23"]),
      // 20/29 of b's at the right; 17 × 17 inside 20 × 20 on all sides; 20²/26² in steps of 3.
      try await work("c", ["0, 0, 29, 20", "42.5, 41.5, 17, 17", "100, 40, 26, 26"]),
    ])
    #expect(found.map(\.rule) == ["loose-agreement", "loose-agreement", "loose-agreement"])
    let messages = found.map { $0.message.split(separator: ";")[0] }
    #expect(
      messages == [
        // The others' right edges are 20 and 21: 8.5 px further out than their median.
        "lowest IoU of the 3 boxes is 0.69 (A and C), below 0.75, C lies apart at the right, 8.5 px outside",
        "lowest IoU of the 3 boxes is 0.723 (A and C), below 0.75, C lies apart, smaller on all sides",
        // 23² and 20², 26² and 23² are alike: a chain, in which nobody lies apart.
        "lowest IoU of the 3 boxes is 0.592 (A and C), below 0.75",
      ]
    )
    #expect(found.first?.evidence["iou"] == 20.0 / 29)
  }

  @Test("of other categories are not loose ones")
  func looseAlike() async throws {
    let found = await findings([
      try await delivery("a", [annotation(1, category: 1, box: "0, 0, 10, 10")]),
      try await delivery("b", [annotation(1, category: 1, box: "0, 0, 10, 10")]),
      try await delivery("c", [annotation(1, category: 2, box: "0, 0, 14, 10")]),
    ])
    #expect(found.map(\.rule) == ["category-disagreement"])
  }

  @Test("with a reference say what it has, and list what only it has")
  func reference() async throws {
    let gold = try await delivery(
      "reference",
      [
        annotation(1, box: "0, 0, 20, 20"), annotation(2, box: "40, 0, 20, 20"),
        annotation(3, category: 2, box: "80, 0, 20, 20"),
      ]
    )
    let found = await findings(
      [
        try await delivery(
          "a",
          [
            annotation(1, box: "0, 0, 29, 20"), annotation(3, box: "80, 0, 20, 20"),
            annotation(4, box: "120, 0, 20, 20"), annotation(5, box: "160, 0, 20, 20"),
          ]
        ),
        try await delivery(
          "b",
          [
            annotation(1, box: "0, 0, 20, 20"), annotation(3, box: "80, 0, 20, 20"),
            annotation(4, box: "120, 0, 20, 20"),
          ]
        ),
      ],
      gold: gold
    )
    #expect(
      found.map { $0.message.split(separator: "; this")[0] } == [
        "2 of 2 annotators say 'cat' (A and B), the reference says 'dog'; lowest IoU 1",
        "only the reference has it, A and B have nothing with IoU ≥ 0.5",
        "2 of 2 annotators have it (A and B), the reference has nothing with IoU ≥ 0.5",
        "1 of 2 annotators has it (A), B has nothing with IoU ≥ 0.5, nor has the reference",
        "lowest IoU of the 3 boxes is 0.69 (A and B), below 0.75, A lies apart at the right, 9 px outside",
      ]
    )
    #expect(found.map { $0.evidence["reference"] } == [nil, 1, 0, 0, nil])
    #expect(
      found[4].message.contains(
        "this is B's, A's is annotation 1 (/annotations/0), the reference's is"
      )
    )
  }

  @Test("are the same in any order of the annotators, but for their letters")
  func order() async throws {
    let works = [
      [annotation(1, box: "0, 0, 20, 20"), annotation(2, box: "40, 0, 20, 20")],
      [annotation(1, category: 2, box: "1, 0, 20, 20"), annotation(2, box: "41, 0, 27, 20")],
      [annotation(1, box: "2, 1, 20, 20"), annotation(2, box: "80, 0, 20, 20")],
      [annotation(1, category: 2, box: "1, 1, 19, 20")],
    ]
    func subjects(_ order: [Int]) async throws -> [[String]] {
      var deliveries: [Delivery] = []
      for (role, work) in zip("abcd", order) {
        deliveries.append(try await delivery(String(role), works[work]))
      }
      return await findings(deliveries).map { [$0.rule, $0.fingerprint, "\($0.otherBoxes)"] }
    }
    let expected = try await subjects([0, 1, 2, 3])
    // Of the first object the category and a and c's boxes (18 · 19 of 458 px²), of the second who has it and
    // its boxes (20 of 28 px), of the third who has it.
    #expect(expected.count == 5)
    for order in [[3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1]] {
      #expect(try await subjects(order) == expected)
    }
  }

  @Test("that are kept are the first by image, on any number of threads, and all are counted")
  func kept() async throws {
    let images = (1000..<1600).map {
      #"{"id": \#($0), "file_name": "\#($0).jpg", "width": 20, "height": 20}"#
    }.joined(separator: ",")
    let all = (1000..<1600).map { annotation($0, image: $0, box: "0, 0, 10, 10") }
    let works = [
      try await delivery("a", all, images: images),
      try await delivery("b", [], images: images),
      try await delivery("c", all, images: images),
    ]
    let one = await findings(works, kept: 300, threads: 1)
    #expect(one.map(\.annotation) == (1000..<1300).map { "\($0)" })
    #expect(await findings(works, kept: 300, threads: 3) == one)
    let report = await PanelRun(settings(kept: 3)).report(on: works)
    #expect(report.findings.rules.first { $0.id == "object-of-one-side" }?.count == 600)
  }

  @Test("of very many name some and keep their boxes, those least alike first")
  func many() async throws {
    let works =
      try await withWorks(12) { index in
        // Each two px wider than the one before.
        [annotation(1, box: "0, 0, \(100 + index * 2), 20")]
      } + [try await delivery("last", [])]
    let found = await findings(works)
    let finding = try #require(found.first)
    #expect(
      finding.message.hasPrefix("12 of 13 annotators have it (W0, W1, W2, W3, W4, W5 and 6 more)")
    )
    #expect(finding.message.hasSuffix(", and 7 more"))
    #expect(finding.otherBoxes.count == Finding.mostOtherBoxes)
    #expect(finding.box?[2] == 110 || finding.box?[2] == 112)
    #expect(
      finding.otherBoxes.first == [0, 0, 100, 20] || finding.otherBoxes.first == [0, 0, 122, 20]
    )
  }

  private func withWorks(
    _ count: Int,
    _ annotations: (Int) -> [String]
  ) async throws -> [Delivery] {
    var works: [Delivery] = []
    for index in 0..<count {
      works.append(try await delivery("W\(index)", annotations(index)))
    }
    return works
  }
}
