package import Findings
import Statistics

/// How annotators agree on the label of an item: all together, and every two of them.
package struct LabelAgreement: Sendable {
  package static let about = MetricAbout(
    id: "label-agreement",
    version: 1,
    outputs: [
      .init(
        id: "items",
        summary: "items with a label",
        unit: "items",
        formula: "count; n = items"
      ),
      .init(
        id: "labels",
        summary: "labels that count; of an annotator, or of a label, in a slice",
        unit: "labels",
        formula: "count; n = labels"
      ),
      .init(
        id: "fleiss-kappa",
        summary: "agreement beyond chance of all annotators",
        unit: "",
        formula:
          "(p_a − p_e) / (1 − p_e), p_e from shared frequencies; missing labels as Gwet; n = items"
      ),
      .init(
        id: "gwet-ac1",
        summary: "agreement beyond chance that high agreement on a frequent label does not deflate",
        unit: "",
        formula: "(p_a − p_e) / (1 − p_e), p_e = Σ π(1 − π) / (q − 1); n = items"
      ),
      .init(
        id: "brennan-prediger",
        summary: "agreement beyond chance, all labels being equally likely by chance",
        unit: "",
        formula: "(p_a − 1/q) / (1 − 1/q); n = items"
      ),
      .init(
        id: "label-observed-agreement",
        summary: "share of pairs of labels of an item that are equal",
        unit: "share",
        formula: "p_a; n = items"
      ),
      .init(
        id: "cohen-kappa-pair-min",
        summary: "κ of the two annotators who agree least",
        unit: "",
        formula: "min over pairs; n = pairs"
      ),
      .init(
        id: "cohen-kappa-pair-max",
        summary: "κ of the two annotators who agree most",
        unit: "",
        formula: "max over pairs; n = pairs"
      ),
      .init(
        id: "cohen-kappa-linear",
        summary: "κ of two annotators, a near label counting in part (labels that are numbers)",
        unit: "",
        formula: "weights 1 − |i − j|/(k − 1); n = items of both"
      ),
      .init(
        id: "cohen-kappa-quadratic",
        summary: "the same with quadratic weights",
        unit: "",
        formula: "weights 1 − (i − j)²/(k − 1)²; n = items of both"
      ),
    ],
    source: "J. L. Fleiss, 1971; K. L. Gwet, 2014; K. Krippendorff, 2011; J. Cohen, 1960 and 1968"
  )

  private let answers: LabelAnswers

  package init(_ answers: LabelAnswers) { self.answers = answers }

  package var records: [MetricRecord] { counts + together + pairs }

  private var counts: [MetricRecord] {
    let n = answers.count
    var records = [
      MetricRecord("items", .overall, count: answers.items.count, of: answers.items.count),
      MetricRecord("labels", .overall, count: n, of: n),
    ]
    let all = answers.byItem.flatMap { $0 }
    for (annotator, name) in answers.annotators.enumerated() {
      let own = all.count { $0.annotator == annotator }
      records.append(
        MetricRecord("labels", SliceLabel([.annotator: name]), count: own, of: n)
      )
    }
    for (label, name) in answers.labels.enumerated() {
      let own = all.count { $0.label == label }
      records.append(MetricRecord("labels", SliceLabel([.category: name]), count: own, of: n))
    }
    return records
  }

  private var together: [MetricRecord] {
    var patterns = RatingPatterns(categories: answers.labels.count)
    for item in answers.byItem { patterns.addUnit(item.map { Int32($0.label) }) }
    let weights = CategoryWeights.identity(answers.labels.count)
    let models: [(String, AgreementCoefficient.Chance)] = [
      ("fleiss-kappa", .frequencies), ("alpha", .krippendorff), ("gwet-ac1", .gwet),
      ("brennan-prediger", .uniform),
    ]
    var records = models.map { id, chance in
      let coefficient = AgreementCoefficient(patterns, chance: chance, weights: weights)
      return MetricRecord(
        id,
        .overall,
        coefficient.value,
        n: coefficient.n,
        interval: coefficient.interval().map {
          MetricRecord.Interval(low: $0.low, high: $0.high, method: "gwet-t-95")
        }
      )
    }
    let observed = AgreementCoefficient(patterns, chance: .frequencies, weights: weights)
    records.append(
      MetricRecord("label-observed-agreement", .overall, observed.observed, n: observed.n)
    )
    return records
  }

  private var pairs: [MetricRecord] {
    var records: [MetricRecord] = []
    var kappas: [Double] = []
    // Weights mean something only where the labels have an order.
    let isOrdered = answers.labels.allSatisfy { Double($0) != nil } && answers.labels.count > 2
    for pair in answers.pairs {
      var table = ContingencyTable()
      for answer in pair.answers {
        table.add(row: Int32(answer.a.label), column: Int32(answer.b.label))
      }
      let name = "\(answers.annotators[pair.a]) × \(answers.annotators[pair.b])"
      let slice = SliceLabel([.pair: name])
      let kappa = CohenKappa(table, declaredCategories: answers.labels.count)
      if let value = kappa.kappa.value { kappas.append(value) }
      records.append(
        MetricRecord(
          "cohen-kappa",
          slice,
          kappa.kappa,
          n: kappa.n,
          interval: kappa.interval95.map {
            MetricRecord.Interval(low: $0.low, high: $0.high, method: "asymptotic-95")
          }
        )
      )
      guard isOrdered else { continue }
      for (id, weights) in [
        ("cohen-kappa-linear", WeightedKappa.Weights.linear),
        ("cohen-kappa-quadratic", .quadratic),
      ] {
        let weighted = WeightedKappa(
          table,
          weights: weights,
          declaredCategories: answers.labels.count
        )
        records.append(MetricRecord(id, slice, weighted.kappa, n: weighted.n))
      }
    }
    return summary(of: kappas) + records
  }

  private func summary(of kappas: [Double]) -> [MetricRecord] {
    let none = Measured.undefined(UndefinedReason("no two annotators labelled the same items"))
    let mean = kappas.isEmpty ? nil : kappas.reduce(0, +) / Double(kappas.count)
    return [
      ("cohen-kappa-pair-mean", mean), ("cohen-kappa-pair-min", kappas.min()),
      ("cohen-kappa-pair-max", kappas.max()),
    ].map { id, value in
      MetricRecord(id, .overall, value.map(Measured.value) ?? none, n: kappas.count)
    }
  }
}
