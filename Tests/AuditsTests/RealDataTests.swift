import Annotations
import Audits
import Findings
import Formats
import Foundation
import Metrics
import Statistics
import TestSupport
import Testing

/// The numbers of DEFINITIONS §1–4, to the digits given there.
@Suite(
  "LVIS200, two annotators",
  .enabled(if: SharedData.isExpected, Comment(rawValue: SharedData.skipMessage))
)
struct LVIS200Tests {
  private func report(
    _ first: String = "rater1",
    _ second: String = "rater2",
    threads: Int = 2
  )
    async throws -> AuditReport
  {
    var deliveries: [Delivery] = []
    for (role, name) in [("a", first), ("b", second)] {
      let path = name.hasPrefix("/") ? name : SharedData.data("lvis200/\(name).json")
      let result = try await COCOFormat.read(path, threads: threads)
      deliveries.append(
        Delivery(role: role, name: name, format: "coco", detected: "", result: result)
      )
    }
    return await ComparisonRun(
      ComparisonSettings(
        matching: MatchingOptions(),
        rules: RuleSettings(),
        findingsPerRule: 10,
        bootstrap: ImageBootstrap(replicates: 100, threads: threads)
      )
    ).report(on: deliveries[0], deliveries[1])
  }

  @Test("has the stated counts, agreement and IoU")
  func overall() async throws {
    let report = try await report()
    #expect(report.inputs.map(\.annotations) == [1751, 1770])
    #expect(report.excluded["images-compared"] == 200)
    for (id, count) in [
      ("matched", 1400), ("category-mismatch", 2), ("category-mismatch-agnostic", 29),
    ] {
      #expect(report.metric(id)?.value == Double(count), "\(id)")
    }
    for (id, value, digits) in [
      ("dice", 0.794, 0.0005), ("dice-any-category", 0.795, 0.0005),
      ("cohen-kappa", 0.9986, 0.00005),
      ("alpha", 0.6483, 0.00005), ("alpha-image-mean", 0.6889, 0.00005),
      ("iou-mean", 0.882382, 0.0000005), ("iou-sd", 0.108586, 0.0000005),
      ("iou-min", 0.504965, 0.0000005), ("iou-p05", 0.6370, 0.00005), ("iou-p10", 0.7184, 0.00005),
      ("iou-p25", 0.8427, 0.00005), ("iou-median", 0.9208, 0.00005), ("iou-p75", 0.9605, 0.00005),
      ("iou-p90", 0.9781, 0.00005), ("iou-mean-unmatched-zero", 0.5811, 0.00005),
    ] {
      let record = try #require(report.metric(id), "\(id)")
      #expect(abs((record.value ?? -9) - value) <= digits, "\(id) \(record.outcome)")
    }
    for (tier, share) in [("0.75", 0.8741), ("0.85", 0.7310), ("0.9", 0.5980)] {
      let value = report.metric("iou-share", SliceLabel([.iou: tier]))?.value ?? -9
      #expect(abs(value - share) <= 0.00005, "\(tier)")
    }
    #expect(report.metric("iou-mean")?.n == 1398)
    let alpha = try #require(report.metric("alpha")?.interval)
    // Stated as about [.605, .693]; a hundred resamples move the ends by about .01.
    #expect(abs(alpha.low - 0.605) < 0.02 && abs(alpha.high - 0.693) < 0.02)
  }

  @Test("has the stated detection rates and misses by complexity")
  func complexity() async throws {
    let report = try await report()
    for (side, rate) in [("a", 0.791), ("b", 0.800)] {
      let value = report.metric("detection-rate", SliceLabel([.annotator: side]))?.value ?? -9
      #expect(abs(value - rate) < 0.0005)
    }
    let rows: [(String, Double, Double, Double, Double, Double)] = [
      ("1–3", 73, 0.0780, 0.0709, 0.8511, 0.9243), ("4–9", 50, 0.0949, 0.0983, 0.8068, 0.9020),
      ("10–29", 47, 0.1663, 0.1430, 0.6907, 0.8756), ("30+", 16, 0.2249, 0.2249, 0.5502, 0.8689),
    ]
    for (label, images, missA, missB, jaccard, iou) in rows {
      func value(_ id: String, _ side: String? = nil) -> Double {
        var slice: [SliceKey: String] = [.complexity: label]
        slice[.annotator] = side
        return report.metric(id, SliceLabel(slice))?.value ?? -9
      }
      #expect(value("images") == images, "\(label)")
      #expect(abs(value("missing-rate", "a") - missA) <= 0.00005, "\(label)")
      #expect(abs(value("missing-rate", "b") - missB) <= 0.00005, "\(label)")
      #expect(abs(value("jaccard-any-category") - jaccard) <= 0.00005, "\(label)")
      #expect(abs(value("iou-mean-any-category") - iou) <= 0.00005, "\(label)")
    }
    #expect(report.metric("images", SliceLabel([.complexity: "0"]))?.value == 14)
  }

  @Test("has 54 categories with 20 objects, 19 of them below .70")
  func categories() async throws {
    let report = try await report()
    let large = report.metrics.filter {
      $0.id == "dice" && Array($0.slice.values.keys) == [.category] && ($0.n ?? 0) >= 20
    }
    #expect(large.count == 54)
    #expect(large.count { ($0.value ?? 1) < 0.7 } == 19)
    for (category, value) in [("lettuce", 0.10), ("bread", 0.38), ("streetlight", 0.48)] {
      let dice = report.metric("dice", SliceLabel([.category: category]))?.value ?? -9
      #expect(abs(dice - value) <= 0.005, "\(category)")
    }
  }

  @Test("is mirrored, to the bit, when the sides are exchanged")
  func mirrored() async throws {
    let (forth, back) = (try await report(), try await report("rater2", "rater1"))
    let swapped = ["a": "b", "b": "a", "only-a": "only-b", "only-b": "only-a"]
    var expected: [String: MetricRecord.Outcome] = [:]
    for record in back.metrics {
      var slice = record.slice.values
      slice[.annotator] = slice[.annotator].flatMap { swapped[$0] }
      expected["\(swapped[record.id] ?? record.id) \(SliceLabel(slice))"] = record.outcome
    }
    for record in forth.metrics where record.id != "cohen-kappa-bias-index" {
      #expect(
        expected["\(record.id) \(record.slice)"] == record.outcome,
        "\(record.id) \(record.slice)"
      )
    }
    for record in forth.metrics where record.id == "cohen-kappa-bias-index" {
      let other = back.metric(record.id, record.slice)
      #expect(other?.value.map { -$0 } == record.value)
    }
  }

  @Test("is the same, to the bit, when the records of a file are shuffled")
  func shuffled() async throws {
    let original = URL(filePath: SharedData.data("lvis200/rater1.json"))
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: original))
    var document = try #require(json as? [String: Any])
    var generator = SeededGenerator(seed: 5)
    for list in ["images", "annotations", "categories"] {
      document[list] = try #require(document[list] as? [Any]).shuffled(using: &generator)
    }
    let folder = try TemporaryFolder()
    let bytes = try JSONSerialization.data(withJSONObject: document)
    let shuffled = try await report(try folder.write("rater1.json", bytes))
    let ordered = try await report()
    #expect(shuffled.metrics == ordered.metrics)
    #expect(shuffled.confusion == ordered.confusion)
  }

  @Test("estimates 2,213.7 objects in all, of which both missed some")
  func unseen() async throws {
    let report = try await report()
    let population = try #require(report.metric("population-estimate"))
    // 1752 · 1771 / 1401 − 1
    #expect(abs((population.value ?? 0) - 2213.6981) < 1e-3)
    #expect(population.n == 2121)
  }

  @Test("has a κ of .6466 with the missing object as a category")
  func background() async throws {
    let comparison = await Comparison(
      DatasetPairing(try await dataset("rater1"), try await dataset("rater2")),
      options: MatchingOptions(),
      threads: 2
    )
    let record = BackgroundKappa.record(of: comparison)
    #expect(abs((record.value ?? 9) - 0.6466) < 5e-5 && record.n == 2121)
  }

  @Test("has the stated α over τ")
  func curve() async throws {
    let pairing = DatasetPairing(try await dataset("rater1"), try await dataset("rater2"))
    let records = await ThresholdCurve(pairing, options: MatchingOptions())
      .records(bootstrap: ImageBootstrap(replicates: 0, threads: 2))
    let stated = [
      0.7052, 0.6772, 0.6483, 0.6065, 0.5422, 0.5032, 0.4476, 0.3511, 0.2172, -0.0476,
    ]
    for (threshold, wanted) in zip(ThresholdCurve.thresholds, stated) {
      let alpha = records.first {
        $0.id == "alpha" && $0.slice == SliceLabel([.iou: "\(threshold)"])
      }
      #expect(abs((alpha?.value ?? 9) - wanted) < 5e-5, "τ \(threshold)")
    }
  }

  @Test(
    "has 1,400 pairs for every method, with the stated category mismatches",
    arguments: [
      (MatchingMethod.classPreferred, 2), (.twoStage, 2), (.greedy, 24), (.kalos, 2),
    ]
  )
  func methods(method: MatchingMethod, mismatches: Int) async throws {
    let comparison = await Comparison(
      DatasetPairing(try await dataset("rater1"), try await dataset("rater2")),
      options: MatchingOptions(method: method),
      threads: 2
    )
    let pairs = comparison.images.flatMap(\.pairs)
    #expect(pairs.count == 1400)
    #expect(pairs.count { !$0.agrees } == mismatches)
    #expect(comparison.images.reduce(0) { $0 + $1.aside.agnosticMismatches } == 29)
  }

  private func dataset(_ name: String) async throws -> Dataset {
    try await COCOFormat.read(SharedData.data("lvis200/\(name).json"), threads: 2).dataset
  }

  @Test("is the same, to the bit, on 1, 2 and 7 threads")
  func threads() async throws {
    let one = try await report(threads: 1)
    for threads in [2, 7] { #expect(try await report(threads: threads) == one) }
  }

  @Test("compares the VOC and COCO of formats100 as equal")
  func formats100() async throws {
    let a = try await VOCFormat.read(SharedData.data("formats100/voc"), threads: 2)
    let b = try await COCOFormat.read(SharedData.data("formats100/coco_v1.json"), threads: 2)
    let pairing = DatasetPairing(a.dataset, b.dataset)
    let comparison = await Comparison(pairing, options: MatchingOptions(), threads: 2)
    let pairs = comparison.images.flatMap(\.pairs)
    #expect(pairs.count == 273)
    #expect(pairs.allSatisfy { $0.iou == 1 && $0.agrees })
  }

  @Test("finds in TACO what is known to be wrong with it")
  func taco() async throws {
    let result = try await COCOFormat.read(SharedData.data("taco/instances.json"), threads: 1)
    for (tolerance, outside) in [(0.0, 7), (1.0, 1)] {
      let found = await RuleRun(
        settings: RuleSettings(boundsTolerance: tolerance),
        findingsPerRule: 100,
        threads: 2
      ).findings(in: [result])
      func items(_ rule: String) -> [Finding] { found.items.filter { $0.rule == rule } }
      #expect(items("duplicate-annotation-id").map(\.annotation) == ["309", "4040"])
      #expect(items("box-out-of-bounds").count == outside)
      #expect(items("unused-category").map(\.category) == ["Plastified paper bag"])
      // Nothing else is wrong or probably wrong.
      #expect(found.items.count { $0.severity > .info } == 2 + outside)
    }
  }

  @Test("finds BCCD's two boxes without extent, each with its line")
  func bccd() async throws {
    let result = try await VOCFormat.read(SharedData.data("bccd/Annotations"), threads: 2)
    let found = await RuleRun(settings: RuleSettings(), findingsPerRule: 100, threads: 2)
      .findings(in: [result]).items.filter { $0.rule == "degenerate-box" }
    #expect(found.map { $0.place?.file } == ["BloodImage_00338.xml", "BloodImage_00343.xml"])
    #expect(found.map(\.box) == [[504, 337, 0, 0], [181, 329, 0, 0]])
    // Lines of the <object> tags, counted in the files.
    #expect(found.map { $0.place?.line } == [158, 50])
  }
}
