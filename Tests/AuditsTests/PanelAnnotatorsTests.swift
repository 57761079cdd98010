import Audits
import Findings
import Formats
import Foundation
import Metrics
import Testing

@Suite("The annotators of a panel")
struct PanelAnnotatorsTests {
  private static let images = (1...6).map { #"{"id": \#($0), "file_name": "\#($0).jpg"}"# }
    .joined(separator: ", ")

  /// In each of six images these boxes.
  private func delivery(
    _ role: String,
    _ boxes: [(box: String, category: Int)]
  ) async throws -> Delivery {
    let annotations = (1...6).flatMap { image in
      boxes.enumerated().map { index, entry in
        annotation(image * 10 + index, image: image, category: entry.category, box: entry.box)
      }
    }
    return Delivery(
      role: role,
      name: role,
      format: "coco",
      detected: "",
      result: try await ExampleDataset.read(
        coco: coco(images: Self.images, annotations: annotations)
      )
    )
  }

  private func report(
    gold: Delivery?,
    _ deliveries: [Delivery],
    cohorts: [AnnotatorCohort] = []
  ) async -> AuditReport {
    await PanelRun(
      ComparisonSettings(
        matching: MatchingOptions(),
        rules: RuleSettings(),
        findingsPerRule: 10,
        bootstrap: ImageBootstrap(replicates: 40)
      ),
      cohorts: cohorts
    ).report(on: deliveries, gold: gold)
  }

  private func value(_ id: String, _ annotator: String, _ report: AuditReport) -> Double? {
    report.metric(id, SliceLabel([.annotator: annotator]))?.value
  }

  @Test("are judged by a reference: missing, extra, misnamed, and how they draw")
  func gold() async throws {
    let gold = try await delivery(
      "gold",
      [("0, 0, 10, 10", 1), ("40, 0, 10, 10", 1), ("80, 0, 10, 10", 2)]
    )
    // Draws 10 × 12.5 for 10 × 10, misnames one, misses one, and has one too many.
    let sloppy = try await delivery(
      "sloppy",
      [("0, 0, 10, 12.5", 1), ("40, 0, 10, 10", 2), ("0, 60, 10, 10", 1)]
    )
    let good = try await delivery(
      "good",
      [("0, 0, 10, 10", 1), ("40, 0, 10, 10", 1), ("80, 0, 10, 10", 2)]
    )
    let report = await report(gold: gold, [sloppy, good])
    #expect(value("missing-rate", "sloppy", report) == 1.0 / 3)
    #expect(value("extra-rate", "sloppy", report) == 1.0 / 3)
    #expect(value("category-error-rate", "sloppy", report) == 0.5)
    // Of three expected and one extra only one is right.
    #expect(value("annotator-error-rate", "sloppy", report) == 0.75)
    let bias = value("tightness-bias", "sloppy", report) ?? 9
    #expect(abs(bias - log(1.25) / 2) < 1e-12)
    #expect(value("edge-offset-bottom", "sloppy", report) == 0.25)
    #expect(value("annotator-rank", "sloppy", report) == 2)
    let rank = report.metric("annotator-rank", SliceLabel([.annotator: "good"]))
    #expect(rank?.value == 1 && rank?.interval?.low == 1 && rank?.interval?.high == 1)
    // The reference takes no part in agreement, and is not judged.
    #expect(value("vitality", "gold", report) == nil)
    #expect(value("missing-rate", "gold", report) == nil)
    // Three objects each in each of six images; the reference's are not counted.
    #expect(report.metric("clusters")?.n == 6 * 6)
  }

  @Test("are judged by what most of the others drew where there is no reference")
  func others() async throws {
    let both = [("0, 0, 10, 10", 1), ("40, 0, 10, 10", 1)]
    let report = await report(
      gold: nil,
      [
        try await delivery("a", both), try await delivery("b", both),
        try await delivery("c", [("0, 0, 10, 10", 1), ("80, 0, 10, 10", 1)]),
      ]
    )
    #expect(value("missing-rate", "c", report) == 0.5)
    #expect(value("extra-rate", "c", report) == 0.5)
    // For a, what b has and c has not is undecided.
    #expect(value("annotator-error-rate", "a", report) == 0)
    #expect(value("annotator-rank", "c", report) == 3)
  }

  @Test("are told which two draw unlike, at which edge, and where they agree too little")
  func findings() async throws {
    func work(_ role: String, height: Int) async throws -> Delivery {
      try await delivery(role, (0..<6).map { ("\(20 * $0), 0, 10, \(height)", 1) })
    }
    let report = await report(
      gold: nil,
      [
        try await work("a", height: 12), try await work("eve", height: 10),
        try await delivery("c", [("0, 0, 10, 10", 1), ("20, 0, 10, 10", 1), ("40, 0, 10, 10", 1)]),
      ]
    )
    // 6 · 6 pairs of a and eve; c draws half as many, too few to be judged.
    let tightness = report.findings.items.filter { $0.rule == "systematic-tightness" }
    #expect(tightness.count == 1)
    #expect(
      tightness.first?.message
        == "A draws 20 % larger than eve by area, mostly at the bottom (n 36 pairs, 95 % 20 … 20 %)"
    )
    // 2·3 / (6 + 3) for each pair with c.
    let low = report.findings.items.filter { $0.rule == "low-agreement" }.map(\.message)
    #expect(low.count { $0.contains("pair=a × c") } == 1)
    #expect(low.allSatisfy { $0.hasPrefix("dice at IoU ≥ 0.5 (") })
    // Fleiss' κ is undefined on one category, and says so.
    #expect(report.metric("fleiss-kappa")?.undefinedReason == "only one category was used")
  }

  @Test("have Fleiss' κ of what all drew, with an interval over the images")
  func fleiss() async throws {
    let alike = [("0, 0, 10, 10", 1), ("40, 0, 10, 10", 2)]
    let report = await report(
      gold: nil,
      [
        try await delivery("a", alike), try await delivery("b", alike),
        try await delivery("c", [("0, 0, 10, 10", 1), ("40, 0, 10, 10", 1)]),
      ]
    )
    // 6 units 111 and 6 units 221: P̄ = (1 + 1/3)/2 = 2/3; p = 24/36, 12/36: P̄_e = 5/9; κ = (1/9)/(4/9).
    let kappa = try #require(report.metric("fleiss-kappa"))
    #expect(abs((kappa.value ?? 9) - 0.25) < 1e-15 && kappa.n == 12)
    let low = kappa.interval?.low ?? 9
    // All images are alike, so that no resample differs.
    #expect(abs(low - 0.25) < 1e-12 && kappa.interval?.method == "bootstrap-image-95")
  }

  @Test("of a cohort are counted together, by category too")
  func cohort() async throws {
    let gold = try await delivery("gold", [("0, 0, 10, 10", 1), ("40, 0, 10, 10", 2)])
    let half = try await delivery("half", [("0, 0, 10, 10", 1)])
    let wrong = try await delivery("wrong", [("0, 0, 10, 10", 1), ("40, 0, 10, 10", 1)])
    let right = try await delivery("right", [("0, 0, 10, 10", 1), ("40, 0, 10, 10", 2)])
    let report = await report(
      gold: gold,
      [half, wrong, right],
      cohorts: [AnnotatorCohort(name: "night", annotators: ["half", "wrong"])]
    )
    let slice = SliceLabel([.cohort: "night"])
    // Of 6 · 2 · 2 objects that night should have drawn, one in each image is missing, one misnamed.
    #expect(report.metric("missing-rate", slice)?.value == 6.0 / 24)
    #expect(report.metric("missing-rate", slice)?.n == 24)
    #expect(report.metric("category-error-rate", slice)?.value == 6.0 / 18)
    let second = report.metrics.first {
      $0.id == "annotator-error-rate" && $0.slice[.cohort] == "night" && $0.n == 12 && $0.value == 1
    }
    #expect(second?.slice[.category] != nil)
  }

  @Test("with few objects are drawn towards the cohort")
  func shrunken() async throws {
    let gold = try await delivery("gold", [("0, 0, 10, 10", 1), ("40, 0, 10, 10", 1)])
    let half = try await delivery("half", [("0, 0, 10, 10", 1)])
    let all = try await delivery("all", [("0, 0, 10, 10", 1), ("40, 0, 10, 10", 1)])
    let report = await report(gold: gold, [half, all])
    let (raw, shrunken) = (
      value("annotator-error-rate", "half", report) ?? 9,
      value("annotator-error-rate-shrunken", "half", report) ?? 9
    )
    #expect(raw == 0.5 && shrunken < raw && shrunken > 0.25)
  }
}
