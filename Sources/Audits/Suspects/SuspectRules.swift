package import Findings

/// What `assay suspects` finds; the texts of `assay explain` stand here.
package enum SuspectRules {
  package static var abouts: [RuleAbout] {
    [suspect, nearDuplicate, outlier, zero, notFinite, constantColumn] + PredictionRules.abouts
  }

  static let suspect = RuleAbout(
    id: "suspect-label",
    severity: .warning,
    summary: "a label that the nearest objects, or a model's probabilities, contradict",
    rationale: """
      More than half of the distance-weighted vote of its nearest neighbours is for another category and \
      at most half of them have its own, or the model is confident of another one (confident learning). \
      Wrong labels teach a model to be wrong and make a good one look bad.
      """,
    fix: "look at the object beside its neighbours; relabel it, or confirm it with a verdict",
    triggering: [],
    clean: []
  )

  static let nearDuplicate = RuleAbout(
    id: "near-duplicate-different-label",
    severity: .warning,
    summary: "two objects of nearly the same vector and different categories",
    rationale: """
      Their distance is a small part of what is usual between nearest neighbours: the same image twice, \
      or frames of one film. One of the two labels is wrong, or the guideline does not tell them apart.
      """,
    fix: "look at both; give them one category, and drop one of them if they are copies",
    triggering: [],
    clean: []
  )

  static let outlier = RuleAbout(
    id: "embedding-outlier",
    severity: .info,
    summary: "an object much farther from its neighbours than is usual in its category",
    rationale: """
      Nothing in the data set looks like it: a bad crop, a box around nothing, a rare case, or a category \
      that does not belong to the task.
      """,
    fix: "look at it; keep it if it is only rare, otherwise mend or drop it",
    triggering: [],
    clean: []
  )

  static let zero = RuleAbout(
    id: "zero-embedding",
    severity: .warning,
    summary: "a vector of zeros",
    rationale: "It has no direction, so nothing is near to it; its label was not scored.",
    fix: "make the vector again: the crop was likely empty, or the row was never filled",
    triggering: [],
    clean: []
  )

  static let notFinite = RuleAbout(
    id: "non-finite-embedding",
    severity: .error,
    summary: "a vector with NaN or infinity, or too large for distances",
    rationale: "No distance to it exists; its label was not scored.",
    fix: "make the vector again: the model likely overflowed, or the crop was empty",
    triggering: [],
    clean: []
  )

  static let constantColumn = RuleAbout(
    id: "constant-embedding-column",
    severity: .info,
    summary: "a column of the vectors that holds one and the same number",
    rationale:
      "It says nothing about any object; many of them mean that a part of the model is dead.",
    fix: "check the model that made the vectors, or drop the column",
    triggering: [],
    clean: []
  )
}
