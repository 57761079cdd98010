/// Bias of two measurements of the same objects, and the limits within which they differ.
///
/// Of the differences x − y: mean, standard deviation (n − 1), limits mean ∓ 1.96·SD (the paper's 1.96, not
/// 1.959964), and Student intervals with SE(mean) = SD/√n and SE(limit) = √(3 SD²/n).
///
/// Source: J. M. Bland, D. G. Altman, "Statistical methods for assessing agreement between two methods of
/// clinical measurement", 1986.
package struct BlandAltman: Equatable, Sendable {
  private let differences: Moments

  package init(differences: Moments) { self.differences = differences }

  /// Number of pairs.
  package var n: Int { differences.n }

  /// Mean difference; undefined without a pair.
  package var bias: Measured { differences.mean }

  /// Undefined for fewer than two pairs, and so are limits and intervals.
  package var standardDeviation: Measured { differences.standardDeviation }

  /// Limits of agreement.
  package func limits(multiplier: Double = 1.96) -> (low: Double, high: Double)? {
    guard let bias = bias.value, let deviation = standardDeviation.value else { return nil }
    return (bias - multiplier * deviation, bias + multiplier * deviation)
  }

  package func biasInterval(level: Double = 0.95) -> (low: Double, high: Double)? {
    guard let bias = bias.value else { return nil }
    return interval(about: bias, variances: 1, level: level)
  }

  /// The interval of one of the `limits`.
  package func interval(
    ofLimit limit: Double,
    level: Double = 0.95
  ) -> (low: Double, high: Double)? {
    interval(about: limit, variances: 3, level: level)
  }

  private func interval(
    about estimate: Double,
    variances: Double,
    level: Double
  ) -> (low: Double, high: Double)? {
    guard let variance = differences.variance.value else { return nil }
    return studentInterval(
      estimate,
      standardError: (variances * variance / Double(n)).squareRoot(),
      degreesOfFreedom: Double(n - 1),
      level: level
    )
  }
}
