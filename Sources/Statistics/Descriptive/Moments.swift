/// Number, mean and variance of values, from sums without rounding.
///
/// Σx and Σx² are exact, so merging in any order or grouping gives the same state, and the
/// variance (nΣx² − (Σx)²) / n(n − 1) loses no digits however large the mean is. A value that is not finite
/// is counted and makes every moment undefined; it does not vanish.
package struct Moments: Mergeable, Codable, Equatable {
  /// Number of finite values.
  package private(set) var n = 0
  /// Values that were infinite or not a number.
  package private(set) var notFinite = 0
  private var sum = ExactSum()
  private var squares = ExactSum()

  package init() {}

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    n = try container.decode(Int.self, forKey: .n)
    notFinite = try container.decode(Int.self, forKey: .notFinite)
    sum = try container.decode(ExactSum.self, forKey: .sum)
    squares = try container.decode(ExactSum.self, forKey: .squares)
    guard 0...(1 << 48) ~= n, 0...(1 << 48) ~= notFinite else {
      throw DecodingError.dataCorruptedError(
        forKey: .n,
        in: container,
        debugDescription: "expected a number of values"
      )
    }
  }

  package init(_ values: some Sequence<Double>) {
    for value in values { add(value) }
  }

  package mutating func add(_ value: Double) {
    guard value.isFinite else {
      notFinite += 1
      return
    }
    n += 1
    sum.add(value)
    squares.add(value, times: value)
  }

  package mutating func merge(_ other: Self) {
    n += other.n
    notFinite += other.notFinite
    sum.merge(other.sum)
    squares.merge(other.squares)
  }

  package var mean: Measured {
    guard notFinite == 0 else { return .undefined(.notFinite) }
    guard n > 0 else { return .undefined(.noValue) }
    return finite(sum.value / Double(n))
  }

  /// With n − 1 in the denominator; undefined for fewer than two values.
  package var variance: Measured {
    guard notFinite == 0 else { return .undefined(.notFinite) }
    guard n > 1 else { return .undefined(n == 0 ? .noValue : .oneValue) }
    return finite(squaredDeviations / Double(n - 1))
  }

  /// With n in the denominator; 0 for one value.
  package var populationVariance: Measured {
    guard notFinite == 0 else { return .undefined(.notFinite) }
    guard n > 0 else { return .undefined(.noValue) }
    return finite(squaredDeviations / Double(n))
  }

  /// √variance, with n − 1 in the denominator.
  package var standardDeviation: Measured { variance.map { $0.squareRoot() } }

  /// Σ(x − x̄)², exactly 0 where all values are equal.
  private var squaredDeviations: Double { (squares * n - sum * sum).value / Double(n) }

  /// Sums of numbers beyond 10¹⁵⁰ can leave the range of doubles.
  private func finite(_ value: Double) -> Measured {
    value.isFinite ? .value(value) : .undefined(.notFinite)
  }
}
