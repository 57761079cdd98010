/// Where something stands in one XML file.
struct XMLPlace: Hashable, Sendable {
  /// Counted from 1.
  var line: Int
  /// Counted from 1, in bytes.
  var column: Int

  static let start = XMLPlace(line: 1, column: 1)
}
