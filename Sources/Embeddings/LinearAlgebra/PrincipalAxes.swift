package import Annotations

/// The directions in which vectors differ most, and the vectors seen along them.
///
/// O(n · width² + width³).
///
/// Source: I. T. Jolliffe, "Principal component analysis", 2002, section 1.1.
package struct PrincipalAxes: Sendable {
  /// The vectors that the axes were taken from have this many numbers.
  package let width: Int
  /// The mean of the vectors, which is taken away from each.
  package let centre: [Double]
  /// One row an axis of length 1, the one of the largest variance first; its largest number is positive.
  package let axes: [[Double]]
  /// By axis: its share of the whole variance, in 0...1; empty where all vectors are one.
  package let shares: [Double]

  /// The axes of largest variance, at most `limit`; those without variance are left out.
  ///
  /// - Precondition: There is a row.
  package init(_ table: VectorTable, limit: Int) {
    let labels = [Int32](repeating: 0, count: table.count)
    let centres = CategoryCentres(table, labels: labels)
    let covariance = CovarianceEstimate(
      table,
      labels: labels,
      centres: centres,
      shrinkage: .empirical
    )
    let eigen = SymmetricEigen(covariance.matrix, width: table.width)
    let total = eigen.values.reduce(0, +)
    // What rounding makes of no variance is below this.
    let least = total * Double(table.width) * .ulpOfOne
    let chosen = eigen.values.indices.filter { eigen.values[$0] > least }
      .sorted { (-eigen.values[$0], $0) < (-eigen.values[$1], $1) }.prefix(limit)
    width = table.width
    centre = Array(centres[0])
    axes = chosen.map { row in
      Self.directed(Array(eigen.vectors[row * table.width..<(row + 1) * table.width]))
    }
    shares = chosen.map { eigen.values[$0] / total }
  }

  /// The vectors' places along the axes, one row each; all zeros where there is no axis.
  package func projected(_ table: VectorTable) -> VectorTable {
    precondition(table.width == width, "vectors of the same width as those the axes come from")
    let count = max(1, axes.count)
    var values = [Float](repeating: 0, count: table.count * count)
    for row in 0..<table.count {
      let difference = zip(table.row(row), centre).map(-)
      for (axis, direction) in axes.enumerated() {
        let place = zip(difference, direction).reduce(0) { $0 + $1.0 * $1.1 }
        values[row * count + axis] = Float(place)
      }
    }
    return VectorTable(width: count, values: values)
  }

  /// Of two opposite axes the one whose largest number is positive.
  private static func directed(_ axis: [Double]) -> [Double] {
    let largest = axis.max { abs($0) < abs($1) } ?? 0
    return largest < 0 ? axis.map(-) : axis
  }
}
