/// What makes a prediction contradict labels.
package struct PredictionOptions: Hashable, Sendable {
  /// Confidence from which on a prediction is believed against the labels.
  package var believed = 0.95
  /// Confidence from which on a prediction counts at all.
  package var considered = 0.1
  /// IoU from which on a prediction meets a label: below it with every label, an object may be overlooked;
  /// below it with every prediction, a label may be spurious.
  package var meeting = 0.1
  /// IoU from which on a prediction and a label of different categories are one object.
  package var sameObject = 0.5
  /// IoU below which a label is badly located.
  package var located = 0.5

  package init() {}
}
