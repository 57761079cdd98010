/// A place where confident predictions and labels do not fit together.
package struct PredictionContradiction: Hashable, Sendable {
  package var kind: Kind
  /// How suspect it is, in 0…1; by itself comparable among all kinds.
  package var score: Double
  /// Row of the labels' annotation table; `nil` for an overlooked object.
  package var label: Int?
  /// Row of the predictions' annotation table; `nil` for a spurious label.
  package var prediction: Int?
  /// Of the prediction; `nil` for a spurious label.
  package var confidence: Double?
  /// IoU of label and prediction; for an overlooked object the largest with any label, for a spurious
  /// label the largest with any prediction.
  package var iou: Double

  package enum Kind: String, CaseIterable, Sendable {
    /// A confident prediction where no label is.
    case overlooked
    /// A label whose box a confident prediction of its category meets too little.
    case badlyLocated
    /// A label on whose object a confident prediction of another category lies.
    case swapped
    /// A label that no prediction meets.
    case spurious
  }
}
