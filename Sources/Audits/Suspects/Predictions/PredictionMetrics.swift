import Annotations
import Findings
import Metrics

/// The numbers of `assay suspects --predictions`.
enum PredictionMetrics {
  static let about = MetricAbout(
    id: "prediction-suspects",
    version: 1,
    outputs: [
      .init(
        id: "overlooked",
        summary: "objects that a model is sure of and no label stands for",
        unit: "objects",
        formula:
          "predictions of confidence ≥ believed, without a label of their own, whose IoU with every "
          + "label is below meeting; n = labels judged"
      )
    ],
    source: "DEFINITIONS, section 3: suggested by a model"
  )

  static func records(
    _ pairing: DatasetPairing,
    _ reviews: [PredictionReview],
    _ suspects: PredictionSuspects
  ) -> [MetricRecord] {
    let names = pairing.a.categories.names
    var judged: [String: Int] = [:]
    for review in reviews {
      for row in review.judged {
        judged[names[Int(pairing.a.annotations.categories[row])], default: 0] += 1
      }
    }
    var suspected: [String: Int] = [:]
    var overlooked: [String: Int] = [:]
    for suspect in suspects.ranked.map(\.contradiction) {
      if let row = suspect.label {
        suspected[names[Int(pairing.a.annotations.categories[row])], default: 0] += 1
      } else if let row = suspect.prediction {
        let category = Int(pairing.b.annotations.categories[row])
        overlooked[pairing.b.categories.names[category], default: 0] += 1
      }
    }
    func sum(_ counts: [String: Int]) -> Int { counts.values.reduce(0, +) }
    let overall = records(.overall, sum(suspected), sum(overlooked), of: sum(judged))
    let categories = Set(judged.keys).union(overlooked.keys).sorted()
    return overall
      + categories.flatMap { name in
        records(
          SliceLabel([.category: name]),
          suspected[name] ?? 0,
          overlooked[name] ?? 0,
          of: judged[name] ?? 0
        )
      }
  }

  private static func records(
    _ slice: SliceLabel,
    _ suspected: Int,
    _ overlooked: Int,
    of judged: Int
  ) -> [MetricRecord] {
    [
      SuspectMetrics.proportion(
        "suspect-rate",
        slice,
        suspected,
        of: judged,
        reason: "no label was judged"
      ),
      MetricRecord(
        id: "overlooked",
        slice: slice,
        outcome: .number(Double(overlooked), n: judged, interval: nil)
      ),
    ]
  }
}
