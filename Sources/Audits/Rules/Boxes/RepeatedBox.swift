/// An annotation whose box an earlier one has as well.
struct RepeatedBox: Sendable {
  var row: Int
  /// The first annotation with the box; the first of the same category where there is one.
  var first: Int
  var isSameCategory: Bool
}
