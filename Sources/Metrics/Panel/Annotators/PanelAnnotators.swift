package import Findings
import Geometry
import Statistics

/// How every annotator of a panel fares: errors by kind and category, tightness, drift, rank.
package struct PanelAnnotators: Sendable {
  package static let about = MetricAbout(
    id: "panel-annotators",
    version: 1,
    outputs: [
      .init(
        id: "extra-rate",
        summary: "share of the annotator's objects that the reference does not have",
        unit: "share",
        formula: "extra / drawn; n = objects drawn"
      ),
      .init(
        id: "category-error-rate",
        summary: "share of the objects found that the annotator named otherwise than the reference",
        unit: "share",
        formula: "otherwise / found; n = objects found"
      ),
      .init(
        id: "annotator-error-rate",
        summary: "share of all objects, expected or drawn, that are missing, extra or misnamed",
        unit: "share",
        formula: "(missing + extra + otherwise) / (expected + extra); n = expected + extra"
      ),
      .init(
        id: "annotator-error-rate-shrunken",
        summary: "the same drawn towards the cohort, the more the less is known of the annotator",
        unit: "share",
        formula:
          "(wrong + a) / (n + a + b), a and b from the cohort's mean and spread (empirical Bayes)"
      ),
      .init(
        id: "annotator-rank",
        summary: "place by shrunken error rate, 1 the best; the interval is that of the resamples",
        unit: "",
        formula: "1 + annotators with a smaller rate; n = expected + extra"
      ),
      .init(
        id: "tightness-drift",
        summary:
          "how far the annotator's tightness wanders over the images; above 1.36 is no chance",
        unit: "",
        formula: "max |Σ (t − mean)| / (SD·√n) over the images by name; n = pairs"
      ),
      .init(
        id: "tightness-variance-annotator",
        summary: "share of the spread of tightness that goes with the annotator",
        unit: "share",
        formula: "η² = SS between / SS total, one-way; n = pairs"
      ),
      .init(
        id: "tightness-variance-category",
        summary: "share of the spread of tightness that goes with the category",
        unit: "share",
        formula: "η²; n = pairs"
      ),
      .init(
        id: "tightness-variance-size",
        summary: "share of the spread of tightness that goes with the size of the object",
        unit: "share",
        formula: "η² over small, medium, large; n = pairs"
      ),
      .init(
        id: "tightness-spread-difference",
        summary: "probability of such unequal spreads of tightness if all annotators drew evenly",
        unit: "p",
        formula: "Brown–Forsythe test across annotators; n = pairs"
      ),
    ],
    source:
      "M. B. Brown, A. B. Forsythe, 1974; G. Casella, 1985, for the shrinkage; R. L. Brown, J. Durbin, "
      + "J. M. Evans, 1975, for the drift"
  )

  private let panel: Panel
  private let profiles: [AnnotatorProfile]

  /// `gold`: The data set of the panel that is taken for right and is not judged; against the
  ///   majority of the other annotators where it is `nil`.
  package init(_ panel: Panel, gold: Int? = nil) {
    self.panel = panel
    let reference = gold.map(PanelReference.gold) ?? .others
    profiles = panel.pairing.names.indices.filter { $0 != gold }.map { annotator in
      AnnotatorProfile(
        name: panel.pairing.names[annotator],
        judgements: reference.judgements(of: annotator, in: panel)
      )
    }
  }

  var figures: Figures {
    let ranking = ErrorRanking(profiles.map(\.judgements))
    var records = profiles.flatMap(errors) + ranking.records(profiles.map(\.name)) + together
    var resampled: [ImageMeans] = []
    var positions: [Int] = []
    for profile in profiles {
      let slice = SliceLabel([.annotator: profile.name])
      let means = profile.means
      if means.support >= ImageBootstrap.minimumImages {
        resampled.append(means)
        positions += AnnotatorProfile.meanIDs.indices.map { records.count + $0 }
      }
      records += zip(AnnotatorProfile.meanIDs, means.means(weights: nil)).map { id, value in
        let reason = UndefinedReason("nothing was found and named as the reference has it")
        return MetricRecord(id, slice, value.map(Measured.value) ?? .undefined(reason), n: means.n)
      }
      let spread = RobustSpread(profile.tightness).normalDeviation
      records.append(MetricRecord("tightness-spread", slice, spread, n: means.n))
      records.append(MetricRecord("tightness-drift", slice, profile.drift, n: means.n))
      records += profile.overlap
    }
    let ranks = ranking.resampled(after: profiles.flatMap(errors).count)
    return Figures(
      records,
      resampled: Resampled(records: ranks.records + positions) { [resampled] weights in
        ranks.values(weights) + resampled.flatMap { $0.means(weights: weights) }
      }
    )
  }

  /// Rates of each kind of error, overall and by category.
  private func errors(of profile: AnnotatorProfile) -> [MetricRecord] {
    let slice = SliceLabel([.annotator: profile.name])
    return records(of: profile.errors, slice)
      + profile.errorsByCategory.flatMap { category, errors in
        records(of: errors, slice.with(.category, panel.pairing.categories[Int(category)]))
      }
  }

  private func records(of errors: AnnotatorProfile.Errors, _ slice: SliceLabel) -> [MetricRecord] {
    func share(_ id: String, _ count: Int, of n: Int) -> MetricRecord {
      MetricRecord(id, slice, share: count, of: n, undefined: "there is no such object")
    }
    return [
      share("missing-rate", errors.missing, of: errors.expected),
      share("extra-rate", errors.extra, of: errors.drawn),
      share("category-error-rate", errors.otherCategory, of: errors.otherCategory + errors.right),
      share("annotator-error-rate", errors.wrong, of: errors.all),
    ]
  }

  /// What the spread of tightness goes with.
  private var together: [MetricRecord] {
    let groups = profiles.map(\.tightness).filter { !$0.isEmpty }
    let all = profiles.flatMap(\.placements)
    let values = all.map { $0.tightness(of: .a) }
    func share(_ id: String, _ groups: [[Double]]) -> MetricRecord {
      MetricRecord(id, .overall, Self.varianceShare(groups), n: values.count)
    }
    let byCategory = Dictionary(grouping: all, by: \.category).sorted { $0.key < $1.key }
    let bySize = Dictionary(grouping: all) { ObjectSize.value(area: $0.referenceArea) }
      .sorted { $0.key < $1.key }
    let test = groups.count > 1 ? GroupTests.spread(groups, about: .median) : nil
    return [
      share("tightness-variance-annotator", groups),
      share(
        "tightness-variance-category",
        byCategory.map { $0.value.map { $0.tightness(of: .a) } }
      ),
      share("tightness-variance-size", bySize.map { $0.value.map { $0.tightness(of: .a) } }),
      MetricRecord(
        "tightness-spread-difference",
        .overall,
        test.map { .value($0.p) } ?? .undefined(UndefinedReason("needs two annotators that vary")),
        n: values.count
      ),
    ]
  }

  /// SS between ÷ SS total.
  private static func varianceShare(_ groups: [[Double]]) -> Measured {
    let all = groups.flatMap { $0 }
    guard all.count > 1, groups.count > 1 else {
      return .undefined(UndefinedReason("needs two groups"))
    }
    let mean = all.reduce(0, +) / Double(all.count)
    let total = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    guard total > 0 else { return .undefined(.noVariation) }
    let between = groups.filter { !$0.isEmpty }.reduce(0) { sum, group in
      let own = group.reduce(0, +) / Double(group.count)
      return sum + Double(group.count) * (own - mean) * (own - mean)
    }
    return .value(min(1, between / total))
  }
}
