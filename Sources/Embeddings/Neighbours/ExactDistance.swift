import Annotations

/// Distances between rows of a table in double precision, the same whichever row is named first.
struct ExactDistance: Sendable {
  let table: VectorTable
  let distance: VectorDistance
  /// Sums of squares, by row.
  let squares: [Double]

  init(_ table: VectorTable, _ distance: VectorDistance) {
    self.table = table
    self.distance = distance
    squares = (0..<table.count).map { Self.dot(table, $0, $0) }
  }

  func callAsFunction(_ a: Int, _ b: Int) -> Double {
    switch distance {
    case .cosine: cosine(a, b)
    case .l2: Self.squaredDifference(table, a, b).squareRoot()
    }
  }

  private func cosine(_ a: Int, _ b: Int) -> Double {
    let scale = squares[a].squareRoot() * squares[b].squareRoot()
    guard scale > 0, scale.isFinite else { return a == b ? 0 : 1 }
    let value = 1 - Self.dot(table, a, b) / scale
    // Rounding leaves about 10⁻¹⁶ between equal vectors, of either sign.
    if value < 1e-12, squares[a] == squares[b], Self.squaredDifference(table, a, b) == 0 {
      return 0
    }
    return max(0, value)
  }

  private static func dot(_ table: VectorTable, _ a: Int, _ b: Int) -> Double {
    switch table.values {
    case .single(let values): sum(values, a, b, table.width) { $0 * $1 }
    case .double(let values): sum(values, a, b, table.width) { $0 * $1 }
    }
  }

  private static func squaredDifference(_ table: VectorTable, _ a: Int, _ b: Int) -> Double {
    switch table.values {
    case .single(let values): sum(values, a, b, table.width) { ($0 - $1) * ($0 - $1) }
    case .double(let values): sum(values, a, b, table.width) { ($0 - $1) * ($0 - $1) }
    }
  }

  /// Four running sums, which the processor can add side by side; always in this order.
  @inline(__always)
  private static func sum<Number: BinaryFloatingPoint>(
    _ values: [Number],
    _ a: Int,
    _ b: Int,
    _ width: Int,
    _ term: (Double, Double) -> Double
  ) -> Double {
    let (start, other) = (a * width, b * width)
    var sums = (0.0, 0.0, 0.0, 0.0)
    var column = 0
    while column + 4 <= width {
      sums.0 += term(Double(values[start + column]), Double(values[other + column]))
      sums.1 += term(Double(values[start + column + 1]), Double(values[other + column + 1]))
      sums.2 += term(Double(values[start + column + 2]), Double(values[other + column + 2]))
      sums.3 += term(Double(values[start + column + 3]), Double(values[other + column + 3]))
      column += 4
    }
    while column < width {
      sums.0 += term(Double(values[start + column]), Double(values[other + column]))
      column += 1
    }
    return (sums.0 + sums.1) + (sums.2 + sums.3)
  }
}
