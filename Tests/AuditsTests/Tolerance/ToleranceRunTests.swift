import Audits
import Findings
import Formats
import TestSupport
import Testing

@Suite("Tolerances of a data set")
struct ToleranceRunTests {
  private func report(_ read: ReadResult, tiers: [PrecisionTier] = PrecisionTier.all) -> AuditReport
  {
    ToleranceRun(tiers: tiers).report(
      on: Delivery(role: "dataset", name: "a.json", format: "coco", detected: "", result: read)
    )
  }

  @Test("give the share of the objects for which a tier is below one pixel")
  func share() async throws {
    let read = try await ExampleDataset.read(
      coco: coco(annotations: [
        // At 0.5 a square of side s has s·(√2 − 1)/2 = 0.2071 s: 0.83, 2.07, 41.4 px.
        annotation(1, box: "0, 0, 4, 4"), annotation(2, box: "0, 0, 10, 10"),
        annotation(3, category: 2, box: "0, 0, 200, 200"),
        annotation(4, box: "0, 0, 0, 9"), annotation(5, box: "0, 0, 50, 50", #", "iscrowd": 1"#),
      ])
    )
    let report = report(read)
    func value(_ id: String, _ slice: [SliceKey: String]) -> MetricRecord? {
      report.metric(id, SliceLabel(slice))
    }
    let all = try #require(value("tolerance-below-pixel", [.iou: "0.5"]))
    #expect(all.value == 1.0 / 3 && all.n == 3)
    let median = try #require(value("tolerance-median", [.iou: "0.5"])?.value)
    #expect(abs(median - 10 * (2.0.squareRoot() - 1) / 2) < 1e-12)
    #expect(value("tolerance-below-pixel", [.iou: "0.5", .size: "small"])?.value == 0.5)
    #expect(value("tolerance-below-pixel", [.iou: "0.5", .size: "large"])?.value == 0)
    #expect(value("tolerance-below-pixel", [.iou: "0.5", .category: "dog"])?.n == 1)
    #expect(value("tolerance-below-pixel", [.iou: "0.5", .size: "medium"]) == nil)
    // At 0.9: 0.027 s, so that 10 px are too few as well.
    #expect(value("tolerance-below-pixel", [.iou: "0.9"])?.value == 2.0 / 3)
    #expect(report.excluded["boxes-without-extent"] == 1)
    #expect(report.excluded["crowds"] == 1)
    #expect(Set(report.definitions.map(\.id)) == ["tolerance-median", "tolerance-below-pixel"])
  }

  @Test("are undefined without an object")
  func empty() async throws {
    let report = report(try await ExampleDataset.read(coco: coco(annotations: [])))
    #expect(
      report.metric("tolerance-median", SliceLabel([.iou: "0.5"]))?.undefinedReason
        == "there is no object"
    )
  }

  /// The same formula in numpy 2.4.6.
  @Test(
    "of TACO are those of another program",
    .enabled(if: SharedData.isExpected, "\(SharedData.skipMessage)"),
    arguments: [
      ("0.5", 34.136_674_395_745_74, 0), ("0.65", 19.709_530_867_250_955, 1),
      ("0.75", 12.658_642_311_397_934, 15), ("0.9", 4.415_598_680_145_088, 582),
    ]
  )
  func taco(tier: String, median: Double, below: Int) async throws {
    let path = SharedData.data("taco/instances.json")
    let detection = try FormatCatalog.detect(path)
    let report = report(try await detection.format.read(detection.path, threads: 2))
    let slice = SliceLabel([.iou: tier])
    #expect(abs((report.metric("tolerance-median", slice)?.value ?? 0) - median) < 1e-9)
    let share = try #require(report.metric("tolerance-below-pixel", slice))
    #expect(share.n == 4784)
    #expect(share.value == Double(below) / 4784)
  }
}
