import Embeddings
package import Findings
import Statistics

/// The numbers of `assay suspects`.
package enum SuspectMetrics {
  package static let about = MetricAbout(
    id: "suspects",
    version: 1,
    outputs: [
      .init(
        id: "suspect-rate",
        summary: "share of the labels that neighbours or a model contradict",
        unit: "share",
        formula: "labels with finding suspect-label / labels scored; n = labels scored"
      ),
      .init(
        id: "label-share",
        summary: "how much of an object's neighbourhood has its category, on average",
        unit: "share",
        formula: "mean over objects of (neighbours of the same category / k)"
      ),
      .init(
        id: "outlier",
        summary: "how far objects are from their neighbours, by what is usual in their category",
        unit: "",
        formula:
          "mean over objects of (mean distance of the k nearest / median of it in the category)"
      ),
      .init(
        id: "prototype-margin",
        summary:
          "how much nearer another category's mean vector is than the own one; below 0 is good",
        unit: "distance",
        formula: "mean over objects of d(own mean) − d(nearest other mean)"
      ),
      .init(
        id: "neighbour-recall",
        summary: "share of the exact nearest neighbours that an approximate search found",
        unit: "share",
        formula:
          "found / exact neighbours, of 200 objects or more; only where the search is approximate"
      ),
      .init(
        id: "label-errors-estimated",
        summary: "share of the labels that are wrong, as confident learning estimates it",
        unit: "share",
        formula: "off-diagonal of the calibrated confident joint / labels"
      ),
      .init(
        id: "suspect-precision",
        summary: "share of the reviewed suspects that were wrong",
        unit: "share",
        formula: "(edit + reject) / (accept + edit + reject), of reviewed suspects; n = these"
      ),
      .init(
        id: "reviewed",
        summary: "how many of the labels have a verdict",
        unit: "labels",
        formula: "labels with verdict accept, edit or reject; n = labels scored"
      ),
      .init(
        id: "defect-rate",
        summary: "share of the labels that are wrong, by a review of some of them",
        unit: "share",
        formula:
          "((edit + reject) + labels not reviewed · share of errors among the last 50 reviewed) / "
          + "labels scored; from no further error to the upper Wilson limit of those 50; n = reviewed"
      ),
    ],
    source: "neighbours and prototypes of vectors; C. G. Northcutt, L. Jiang, I. L. Chuang, 2021"
  )

  static func records(_ items: SuspectItems, _ analysis: SuspectAnalysis) -> [MetricRecord] {
    let byCategory = Dictionary(grouping: items.labels.indices) { items.labels[$0] }
    let groups =
      [(SliceLabel.overall, Array(0..<items.count))]
      + byCategory.sorted { $0.key < $1.key }.map { category, members in
        (SliceLabel([.category: items.categories[Int(category)]]), members)
      }
    let rates = groups.map { rate(slice: $0.0, $0.1, analysis) }
    let means = [SuspectScore.labelShare, .outlier, .prototypeMargin].flatMap { score in
      analysis.scores[score].map { values in groups.map { mean(score, $0.0, $0.1, values) } } ?? []
    }
    let estimate = analysis.estimatedErrors.map { errors in
      MetricRecord(
        id: "label-errors-estimated",
        slice: .overall,
        outcome: items.count > 0
          ? .number(Double(errors) / Double(items.count), n: items.count, interval: nil)
          : .undefined("there is no label")
      )
    }
    let recall = analysis.recall.map { recall in
      proportion(
        "neighbour-recall",
        .overall,
        recall.found,
        of: recall.sampled,
        reason: "no object was sampled"
      )
    }
    return rates + means + [recall, estimate].compactMap { $0 }
  }

  private static func rate(
    slice: SliceLabel,
    _ members: [Int],
    _ analysis: SuspectAnalysis
  ) -> MetricRecord {
    let scored = members.filter { analysis.fused[$0] > 0 }
    return proportion(
      "suspect-rate",
      slice,
      scored.count(where: analysis.isSuspect),
      of: scored.count,
      reason: "no label was scored"
    )
  }

  private static func mean(
    _ score: SuspectScore,
    _ slice: SliceLabel,
    _ members: [Int],
    _ values: [Double?]
  ) -> MetricRecord {
    let found = members.compactMap { values[$0] }
    return MetricRecord(
      id: score.rawValue,
      slice: slice,
      outcome: found.isEmpty
        ? .undefined("no object has this score")
        : .number(found.reduce(0, +) / Double(found.count), n: found.count, interval: nil)
    )
  }

  /// A share with its Wilson interval.
  static func proportion(
    _ id: String,
    _ slice: SliceLabel,
    _ successes: Int,
    of trials: Int,
    reason: String
  ) -> MetricRecord {
    guard let interval = wilsonInterval(successes: successes, trials: trials) else {
      return MetricRecord(id: id, slice: slice, outcome: .undefined(reason))
    }
    return MetricRecord(
      id: id,
      slice: slice,
      outcome: .number(
        Double(successes) / Double(trials),
        n: trials,
        interval: .init(low: interval.low, high: interval.high, method: "wilson-95")
      )
    )
  }
}
