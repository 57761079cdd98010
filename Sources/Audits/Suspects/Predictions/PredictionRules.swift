import Findings
import Metrics

/// What `assay suspects --predictions` finds; the texts of `assay explain` stand here.
enum PredictionRules {
  static let abouts = PredictionContradiction.Kind.allCases.map(about)

  static func about(_ kind: PredictionContradiction.Kind) -> RuleAbout {
    switch kind {
    case .overlooked: overlooked
    case .badlyLocated: badlyLocated
    case .swapped: swapped
    case .spurious: spurious
    }
  }

  private static let overlooked = RuleAbout(
    id: "overlooked-object",
    severity: .warning,
    summary: "a confident prediction where no label is",
    rationale: """
      The model is sure of an object there and no label meets its box. An object without a label teaches \
      a detector that the thing is background, and its correct detection counts as an error.
      """,
    fix: "look at the image; add the object, unless the guideline leaves it out",
    triggering: [],
    clean: []
  )

  private static let badlyLocated = RuleAbout(
    id: "badly-located-box",
    severity: .warning,
    summary: "a label whose box a confident prediction of its category meets only in part",
    rationale: """
      Prediction and label are each other's only counterpart, and their boxes lie apart: a slip of the \
      mouse, a part of the object, or two objects in one box. It costs a detector its precision at high IoU.
      """,
    fix: "look at both boxes; redraw the label's, or accept it where the model is wrong",
    triggering: [],
    clean: []
  )

  private static let swapped = RuleAbout(
    id: "swapped-category",
    severity: .warning,
    summary: "a label on whose object a confident prediction of another category lies",
    rationale: """
      Both boxes are around the same object, and the model is sure of another category. Wrong labels \
      teach a model to be wrong and make a good one look bad.
      """,
    fix: "look at the object; relabel it, or confirm it with a verdict",
    triggering: [],
    clean: []
  )

  private static let spurious = RuleAbout(
    id: "spurious-label",
    severity: .info,
    summary: "a label that no prediction meets",
    rationale: """
      Not even an uncertain prediction is near: a box around nothing, or an object that the model cannot \
      see, because it is small, hidden or rare.
      """,
    fix: "look at the image; remove the label, or accept it where the object is there",
    triggering: [],
    clean: []
  )
}
