import Annotations
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
      "M. B. Brown, A. B. Forsythe, 1974; G. Casella, 1985, for the shrinkage"
  )

  private let panel: Panel
  private let profiles: [AnnotatorProfile]
  private let cohorts: [AnnotatorCohort]

  /// `gold`: The data set of the panel that is taken for right and is not judged; against the
  ///   majority of the other annotators where it is `nil`.
  package init(_ panel: Panel, gold: Int? = nil, cohorts: [AnnotatorCohort] = []) {
    self.panel = panel
    self.cohorts = cohorts
    let reference = gold.map(PanelReference.gold) ?? .others
    profiles = panel.pairing.names.indices.filter { $0 != gold }.map { annotator in
      AnnotatorProfile(
        name: panel.pairing.names[annotator],
        judgements: reference.judgements(of: annotator, in: panel),
        sequence: panel.pairing.datasets[annotator].annotations.sequence
      )
    }
  }

  var figures: Figures {
    var draft = FiguresDraft()
    draft.add(profiles.flatMap(errors) + cohorts.flatMap(errors))
    draft.add(ErrorRanking(profiles.map(\.judgements)).figures(profiles.map(\.name)))
    draft.add(TightnessVariance(profiles: profiles).records)
    for profile in profiles {
      let slice = SliceLabel([.annotator: profile.name])
      let reason = UndefinedReason("nothing was found and named as the reference has it")
      let means = profile.means
      draft.add(AnnotatorProfile.meanIDs, slice, means, undefined: reason)
      let spread = RobustSpread(profile.tightness).normalDeviation
      draft.add([MetricRecord("tightness-spread", slice, spread, n: means.n)])
      draft.add(TightnessSeries(profile.tightnessInSequence).records(slice))
      draft.add(profile.overlap)
    }
    return draft.figures
  }

  /// Rates of each kind of error, overall and by category.
  private func errors(of profile: AnnotatorProfile) -> [MetricRecord] {
    JudgedErrors.records(
      of: profile.judgements,
      SliceLabel([.annotator: profile.name]),
      categories: panel.pairing.categories
    )
  }

  private func errors(of cohort: AnnotatorCohort) -> [MetricRecord] {
    JudgedErrors.records(
      of: profiles.filter { cohort.annotators.contains($0.name) }.flatMap(\.judgements),
      SliceLabel([.cohort: cohort.name]),
      categories: panel.pairing.categories
    )
  }
}
