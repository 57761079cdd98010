import Geometry

/// Different boxes of one category and one annotator in one image, in the order of the records.
struct BoxGroup: Sendable {
  /// Rows of the annotation table.
  let rows: [Int]
  let boxes: [Box]
  /// Of `boxes`.
  let index: BoxIndex
}
