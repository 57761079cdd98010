import Audits
import Findings
import Formats
import Metrics
import TestSupport
import Testing

/// Failures seen in other tools that must not happen here.
@Suite("What other tools get wrong")
struct KnownFailuresTests {
  private func report(_ a: String, _ b: String) async throws -> AuditReport {
    let folder = try TemporaryFolder()
    var deliveries: [Delivery] = []
    for (role, text) in [("a", a), ("b", b)] {
      let path = try folder.write("\(role).json", text)
      let result = try await COCOFormat.read(path, threads: 1)
      deliveries.append(
        Delivery(role: role, name: role, format: "coco", detected: "", result: result)
      )
    }
    return await ComparisonRun(
      ComparisonSettings(
        matching: MatchingOptions(),
        rules: RuleSettings(),
        findingsPerRule: 10,
        bootstrap: ImageBootstrap(replicates: 20)
      )
    ).report(on: deliveries[0], deliveries[1])
  }

  /// Boxes of one image, ids from 0, all of the category at `categories[index]`.
  private func document(
    _ boxes: [[Double]],
    categories: [Int] = [],
    names: [String] = ["cat", "dog"]
  ) -> String {
    let records = boxes.enumerated().map { index, box in
      let category = index < categories.count ? categories[index] : 0
      return #"{"id": \#(index), "image_id": 0, "category_id": \#(category), "bbox": \#(box)}"#
    }
    let declared = names.enumerated().map { #"{"id": \#($0), "name": "\#($1)"}"# }
    return """
      {"images": [{"id": 0, "file_name": "0.jpg", "width": 999, "height": 999}],
       "categories": [\(declared.joined(separator: ","))],
       "annotations": [\(records.joined(separator: ","))]}
      """
  }

  @Test("identical files agree wholly, with ids from 0 and 150 objects in an image")
  func identical() async throws {
    let boxes = (0..<150).map { [Double($0 % 15) * 30, Double($0 / 15) * 30, 40, 40] }
    let text = document(boxes, categories: (0..<150).map { $0 % 2 })
    let report = try await report(text, text)
    for id in ["dice", "dice-any-category", "cohen-kappa", "alpha", "iou-mean", "iou-min"] {
      #expect(report.metric(id)?.value == 1, "\(id)")
    }
  }

  @Test("two identical and two disjoint boxes are two matches")
  func disjoint() async throws {
    let report = try await report(
      document([[0, 0, 9, 9], [20, 0, 9, 9], [40, 0, 9, 9]]),
      document([[0, 0, 9, 9], [20, 0, 9, 9], [80, 0, 9, 9]])
    )
    #expect(report.metric("matched")?.value == 2)
  }

  @Test("three stacked copies against one are one match and two extra, and are reported")
  func stacked() async throws {
    let report = try await report(
      document([[0, 0, 9, 9], [0, 0, 9, 9], [0, 0, 9, 9]]),
      document([[0, 0, 9, 9]])
    )
    #expect(report.metric("matched")?.value == 1)
    #expect(report.metric("only-a")?.value == 2)
    #expect(report.findings.rules.first { $0.id == "duplicate-box" }?.count == 2)
  }

  @Test("κ of a single category is undefined with its reason, not −.20")
  func singleCategory() async throws {
    let a = document([[0, 0, 9, 9], [20, 0, 9, 9], [40, 0, 9, 9]], names: ["cat"])
    let b = document([[0, 0, 9, 9], [20, 0, 9, 9], [90, 0, 9, 9]], names: ["cat"])
    let kappa = try #require(try await report(a, b).metric("cohen-kappa"))
    #expect(kappa.undefinedReason == "only one category was used")
  }

  @Test("a category absent on both sides has no number, not 0")
  func absentCategory() async throws {
    let text = document([[0, 0, 9, 9]])
    let report = try await report(text, text)
    #expect(report.metric("dice", SliceLabel([.category: "dog"])) == nil)
    #expect(report.metric("dice", SliceLabel([.category: "cat"]))?.value == 1)
  }

  @Test("two empty files have undefined agreement and one empty unit of α")
  func empty() async throws {
    let report = try await report(document([]), document([]))
    #expect(report.metric("dice")?.undefinedReason != nil)
    #expect(report.metric("alpha")?.undefinedReason == "only one category was used")
    #expect(report.metric("images", SliceLabel([.complexity: "0"]))?.value == 1)
  }

  @Test("one category with an F1 of .795 has no κ, and only on request the biased −.20")
  func background() async throws {
    // 31 pairs and 8 objects of each side alone: F1 = 62/78 = .795.
    func boxes(_ range: Range<Int>) -> [[Double]] { range.map { [Double($0 * 20), 0, 10, 10] } }
    let a = try await ExampleDataset.read(coco: document(boxes(0..<39)))
    let b = try await ExampleDataset.read(coco: document(boxes(8..<47)))
    let comparison = await Comparison(
      DatasetPairing(a.dataset, b.dataset),
      options: MatchingOptions(),
      threads: 1
    )
    // p_o = 31/47, p_e = (39/47)² + (8/47)².
    let kappa = BackgroundKappa.record(of: comparison).value ?? 9
    #expect(abs(kappa + 0.205) < 0.001)
    let report = try await report(document(boxes(0..<39)), document(boxes(8..<47)))
    #expect(report.metric("cohen-kappa")?.undefinedReason == "only one category was used")
  }

  @Test("the same scene at four times the resolution has the same numbers")
  func resolution() async throws {
    let a = [[10, 10, 40, 40], [100, 10, 30, 60], [200, 50, 25, 25]] as [[Double]]
    let b = [[12, 11, 40, 38], [104, 10, 30, 66], [300, 50, 25, 25]] as [[Double]]
    func scaled(_ boxes: [[Double]]) -> [[Double]] { boxes.map { $0.map { $0 * 4 } } }
    let small = try await report(document(a), document(b))
    let large = try await report(document(scaled(a)), document(scaled(b)))
    // By size they are other parts, and pixels are four times as many.
    func comparable(_ records: [MetricRecord]) -> [MetricRecord] {
      records.filter { $0.slice[.size] == nil && !$0.id.hasSuffix("-px") }
    }
    #expect(comparable(small.metrics) == comparable(large.metrics))
  }
}
