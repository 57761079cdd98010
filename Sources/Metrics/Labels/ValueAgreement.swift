package import Findings
import Statistics

/// How annotators agree on a measured value of an item.
package struct ValueAgreement: Sendable {
  package static let about = MetricAbout(
    id: "value-agreement",
    version: 1,
    outputs: [
      output(
        "icc-1",
        "reliability of one annotator's value, other annotators for every item",
        "ICC(1,1)"
      ),
      output("icc-a1", "the same, where a constant offset is disagreement", "ICC(A,1) = ICC(2,1)"),
      output("icc-c1", "the same, where a constant offset is none", "ICC(C,1) = ICC(3,1)"),
      output("icc-1k", "reliability of the mean of all annotators' values", "ICC(1,k)"),
      output("icc-ak", "the same, where a constant offset is disagreement", "ICC(A,k)"),
      output("icc-ck", "the same, where a constant offset is none", "ICC(C,k)"),
      output("alpha-interval", "agreement beyond chance, differences squared", "α, δ² = (c − k)²"),
      output(
        "alpha-ratio",
        "agreement beyond chance, relative differences squared",
        "α, δ² = ((c − k)/(c + k))²"
      ),
      output("kendall-w", "how alike annotators rank the items", "Kendall's W, corrected for ties"),
      .init(
        id: "bland-altman-bias",
        summary: "how much higher the first of two annotators measures",
        unit: "value",
        formula: "mean of x − y; n = items of both"
      ),
      .init(
        id: "bland-altman-low",
        summary: "lower limit of agreement",
        unit: "value",
        formula: "mean − 1.96·SD of x − y; n = items of both"
      ),
      .init(
        id: "bland-altman-high",
        summary: "upper limit of agreement",
        unit: "value",
        formula: "mean + 1.96·SD of x − y; n = items of both"
      ),
    ],
    source:
      "P. E. Shrout, J. L. Fleiss, 1979; K. O. McGraw, S. P. Wong, 1996; J. M. Bland, D. G. Altman, "
      + "1986; K. Krippendorff, 2011; M. G. Kendall, 1948"
  )

  private static func output(
    _ id: String,
    _ summary: String,
    _ formula: String
  ) -> MetricAbout.Output {
    MetricAbout.Output(
      id: id,
      summary: summary,
      unit: "",
      formula: "\(formula); n = items that count"
    )
  }

  private let answers: LabelAnswers

  package init(_ answers: LabelAnswers) { self.answers = answers }

  package var records: [MetricRecord] { correlations + coefficients + pairs }

  /// Values of the items that all annotators measured, by item.
  private var complete: [[Double]] {
    answers.byItem.filter { $0.count == answers.annotators.count }.map { $0.map(\.value) }
  }

  private var correlations: [MetricRecord] {
    let rows = complete
    let correlation = IntraclassCorrelation(rows)
    let models: [(String, IntraclassCorrelation.Model)] = [
      ("1", .oneWay), ("a", .agreement), ("c", .consistency),
    ]
    return [false, true].flatMap { ofMean in
      models.map { name, model in
        let single = name == "1" ? "icc-1" : "icc-\(name)1"
        let mean = name == "1" ? "icc-1k" : "icc-\(name)k"
        return MetricRecord(
          ofMean ? mean : single,
          .overall,
          correlation.value(model, ofMean: ofMean),
          n: rows.count,
          interval: correlation.interval(model, ofMean: ofMean).map {
            MetricRecord.Interval(low: $0.low, high: $0.high, method: "f-95")
          }
        )
      }
    }
  }

  private var coefficients: [MetricRecord] {
    var coincidences = ValueCoincidences()
    let pairable = answers.byItem.filter { $0.count > 1 }
    for item in pairable { coincidences.addUnit(item.map(\.value)) }
    let rows = complete
    return [
      MetricRecord("alpha-interval", .overall, coincidences.alpha(.interval), n: pairable.count),
      MetricRecord("alpha-ratio", .overall, coincidences.alpha(.ratio), n: pairable.count),
      MetricRecord("kendall-w", .overall, KendallConcordance(rows).concordance, n: rows.count),
    ]
  }

  private var pairs: [MetricRecord] {
    answers.pairs.flatMap { pair -> [MetricRecord] in
      let slice = SliceLabel([
        .pair: "\(answers.annotators[pair.a]) × \(answers.annotators[pair.b])"
      ])
      let plot = BlandAltman(differences: Moments(pair.answers.map { $0.a.value - $0.b.value }))
      let limits = plot.limits()
      func interval(_ range: (low: Double, high: Double)?) -> MetricRecord.Interval? {
        range.map { MetricRecord.Interval(low: $0.low, high: $0.high, method: "student-95") }
      }
      func limit(_ id: String, _ value: Double?) -> MetricRecord {
        MetricRecord(
          id,
          slice,
          value.map(Measured.value) ?? .undefined(UndefinedReason("needs two items")),
          n: plot.n,
          interval: value.flatMap { interval(plot.interval(ofLimit: $0)) }
        )
      }
      return [
        MetricRecord(
          "bland-altman-bias",
          slice,
          plot.bias,
          n: plot.n,
          interval: interval(plot.biasInterval())
        ),
        limit("bland-altman-low", limits?.low),
        limit("bland-altman-high", limits?.high),
      ]
    }
  }
}
