package import Findings
import Formats
import Geometry
import Metrics
import Statistics

/// What a promise of IoU leaves each object of a data set, in pixels.
package struct ToleranceRun: Sendable {
  static let about = MetricAbout(
    id: "tolerance",
    version: 1,
    outputs: [
      .init(
        id: "tolerance-median",
        summary: "how far every edge may lie outside its place at this IoU, for the median object",
        unit: "px",
        formula:
          "median of t with w·h / ((w + 2t)(h + 2t)) = slice iou; n = objects with a box of some extent"
      ),
      .init(
        id: "tolerance-below-pixel",
        summary: "share of the objects for which that is less than a pixel",
        unit: "share",
        formula:
          "count(t < 1 px) / objects; all of them were counted, so it has no interval; n = objects"
      ),
    ],
    source: "geometry of two boxes with a common centre"
  )

  private let tiers: [PrecisionTier]

  /// - Parameter tiers: Different IoUs above 0 and at most 1.
  package init(tiers: [PrecisionTier] = PrecisionTier.all) { self.tiers = tiers }

  package func report(on delivery: Delivery) -> AuditReport {
    let objects = ToleranceObjects(delivery.result.dataset)
    let metrics = objects.groups.flatMap { slice, boxes in
      tiers.flatMap { records(of: boxes, slice.with(.iou, "\($0.iou)"), $0) }
    }
    return AuditReport(
      tool: .current,
      command: "tolerance",
      parameters: [
        "deviation": .text(BoxTolerance.Deviation.outward.rawValue),
        "iou": .text(tiers.map { "\($0.iou)" }.joined(separator: ", ")),
      ],
      inputs: [delivery.input],
      categories: Delivery.categories(of: [delivery]),
      excluded: [
        "boxes-without-extent": objects.withoutExtent,
        "crowds": objects.crowds,
        "quarantined": delivery.result.quarantined.count,
      ],
      metrics: metrics,
      definitions: Definitions.of(metrics),
      findings: .init(total: 0, rules: [], items: [])
    )
  }

  private func records(
    of boxes: [BoxTolerance],
    _ slice: SliceLabel,
    _ tier: PrecisionTier
  ) -> [MetricRecord] {
    let pixels = boxes.map { $0.pixels(.outward, leaving: tier.iou) }.sorted()
    guard let median = quantile(0.5, ofSorted: pixels).value else {
      return ["tolerance-median", "tolerance-below-pixel"].map {
        MetricRecord(id: $0, slice: slice, outcome: .undefined("there is no object"))
      }
    }
    let below = pixels.count { $0 < 1 }
    return [
      MetricRecord(
        id: "tolerance-median",
        slice: slice,
        outcome: .number(median, n: pixels.count, interval: nil)
      ),
      MetricRecord(
        id: "tolerance-below-pixel",
        slice: slice,
        outcome: .number(
          Double(below) / Double(pixels.count),
          n: pixels.count,
          interval: nil
        )
      ),
    ]
  }
}
