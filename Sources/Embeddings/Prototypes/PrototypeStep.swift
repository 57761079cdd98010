/// What happened to one object of the stream.
package struct PrototypeStep: Hashable, Sendable {
  /// Position in the stream, counted from 1 over all runs of a state.
  package var position: Int
  /// Index of the row among the vectors given.
  package var row: Int
  /// Number of the object's category, in order of first occurrence, from 1.
  package var category: Int
  /// Number of the estimated category; of a new one the counter ĉ (literal) or `nil` (corrected); `nil`
  /// too where the nearest prototype has no name yet.
  package var estimate: Int?
  /// nc: the category occurs for the first time.
  package var isNew: Bool
  /// n̂c: no prototype lies within ε.
  package var isEstimatedNew: Bool
  /// To the nearest prototype; `nil` where there is none yet.
  package var distance: Double?
  /// Whether the estimate was right; `nil` where the object takes no part in the accuracy.
  package var isRight: Bool?
  /// Whether the annotator's word followed.
  package var hadFeedback: Bool
}
