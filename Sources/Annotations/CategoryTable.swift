/// Columns with one row a declared category, in the order of the file.
package struct CategoryTable: Sendable {
  package var ids: [RecordID] = []
  package var names: [String] = []
  /// Empty where the file gives none.
  package var supercategories: [String] = []
  /// One row a category: names of its keypoints, in the order in which annotations give them.
  package var keypointNames = Ragged<StringCode>()
  /// One row a category: the limbs between its keypoints.
  package var skeletons = Ragged<Limb>()
  package var places: [SourcePlace] = []

  package init() {}

  package var count: Int { ids.count }
}

/// A line of a skeleton between two keypoints of a category, by their positions counted from 0.
///
/// As the file gives it: a position may be negative, or beyond the category's keypoint names.
package struct Limb: Hashable, Sendable {
  package var from: Int
  package var to: Int

  package init(from: Int, to: Int) {
    self.from = from
    self.to = to
  }
}
