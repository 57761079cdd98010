import Annotations

/// A table in single precision, ready for products, and how far a score can be from the exact one.
///
/// The score of row `b` as seen from row `a` is ⟨a, b⟩ · scale(b) − offset(b); the higher, the nearer. It
/// is ‖a‖ · cos(a, b) for the cosine, (‖a‖² − ‖a − b‖²) / 2 for l2.
struct ScorePanel: Sendable {
  let values: [Float]
  let width: Int
  let count: Int
  /// By row.
  let scales: [Float]
  /// By row.
  let offsets: [Float]
  /// By row: an upper bound of |score − exact score| as seen from it.
  let errors: [Double]
  /// By row: what the exact score is made of, `‖a‖` or `‖a‖²`.
  private let squares: [Double]
  /// What lengths are multiplied by, so that products stay far from the smallest and largest numbers.
  private let unit: Double
  private let distance: VectorDistance

  /// Products of numbers in this range of norms neither overflow nor lose their digits.
  private static let safeSquares = 1e-24...1e24

  init(_ exact: ExactDistance) {
    let table = exact.table
    width = table.width
    count = table.count
    distance = exact.distance
    switch exact.distance {
    case .cosine:
      let isSafe = exact.squares.allSatisfy { $0 == 0 || Self.safeSquares.contains($0) }
      if case .single(let raw) = table.values, isSafe {
        values = raw
        squares = exact.squares
        scales = squares.map { $0 > 0 ? Float(1 / $0.squareRoot()) : 0 }
      } else {
        values = Self.normalised(table, exact.squares)
        squares = exact.squares.map { $0 > 0 && $0.isFinite ? 1 : 0 }
        scales = squares.map { Float($0) }
      }
      offsets = [Float](repeating: 0, count: table.count)
      unit = 1
      let rounding = Self.roundingUnit(width: table.width)
      errors = squares.map { rounding * $0.squareRoot() }
    case .l2:
      let centred = Self.centred(table)
      values = centred.values
      squares = centred.squares
      unit = centred.unit
      scales = [Float](repeating: 1, count: table.count)
      offsets = squares.map { Float($0 / 2) }
      let largest = (squares.max() ?? 0).squareRoot()
      let rounding = Self.roundingUnit(width: table.width)
      errors = squares.map { rounding * ($0.squareRoot() + largest) * largest }
    }
  }

  /// Bound of the relative error of a sum of `width` products in any order, with the few further
  /// roundings of an operand, a scale and an offset.
  ///
  /// Source: N. J. Higham, "Accuracy and stability of numerical algorithms", 2002, lemma 3.1.
  private static func roundingUnit(width: Int) -> Double { Double(width + 16) * 0x1p-24 }

  /// The exact score of a row at an exact distance from `row`.
  func score(of row: Int, atDistance value: Double) -> Double {
    switch distance {
    case .cosine: squares[row].squareRoot() * (1 - value)
    case .l2: (squares[row] - value * unit * value * unit) / 2
    }
  }

  private static func normalised(_ table: VectorTable, _ squares: [Double]) -> [Float] {
    var values = [Float](repeating: 0, count: table.count * table.width)
    for row in 0..<table.count where squares[row] > 0 && squares[row].isFinite {
      let length = squares[row].squareRoot()
      for column in 0..<table.width {
        values[row * table.width + column] = Float(table[row, column] / length)
      }
    }
    return values
  }

  /// Around the mean, where differences lose the fewest digits, and at most about 1 long.
  private static func centred(
    _ table: VectorTable
  ) -> (values: [Float], squares: [Double], unit: Double) {
    var mean = [Double](repeating: 0, count: table.width)
    for row in 0..<table.count {
      for column in 0..<table.width { mean[column] += table[row, column] / Double(table.count) }
    }
    var largest = 0.0
    for row in 0..<table.count {
      var square = 0.0
      for column in 0..<table.width {
        let difference = table[row, column] - mean[column]
        square += difference * difference
      }
      largest = max(largest, square)
    }
    // A power of two, so that scaling itself rounds nothing.
    let unit =
      largest.isNormal
      ? Double(sign: .plus, exponent: -largest.squareRoot().exponent, significand: 1) : 1
    var values = [Float](repeating: 0, count: table.count * table.width)
    var squares = [Double](repeating: 0, count: table.count)
    for row in 0..<table.count {
      for column in 0..<table.width {
        let difference = (table[row, column] - mean[column]) * unit
        values[row * table.width + column] = Float(difference)
        squares[row] += difference * difference
      }
    }
    return (values, squares, unit)
  }
}
