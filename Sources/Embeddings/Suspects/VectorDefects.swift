package import Annotations

/// What is wrong with vectors, whatever their labels are.
package struct VectorDefects: Hashable, Sendable {
  /// Rows of zeros only: they have no direction.
  package private(set) var zero: [Int] = []
  /// Rows with NaN, an infinity, or numbers whose squares have no finite sum.
  package private(set) var notFinite: [Int] = []
  /// Columns that hold the same number in every usable row, where there are two.
  package private(set) var constantColumns: [Int] = []
  /// The other rows.
  package private(set) var usable: [Int] = []

  package init(_ table: VectorTable) {
    var varies = [Bool](repeating: false, count: table.width)
    var first: [Double]?
    for index in 0..<table.count {
      let row = table.row(index)
      let square = row.reduce(0) { $0 + $1 * $1 }
      guard square.isFinite else {
        notFinite.append(index)
        continue
      }
      guard square > 0 else {
        zero.append(index)
        continue
      }
      usable.append(index)
      guard let start = first else {
        first = row
        continue
      }
      for column in 0..<table.width where row[column] != start[column] { varies[column] = true }
    }
    constantColumns = usable.count < 2 ? [] : varies.indices.filter { !varies[$0] }
  }
}
