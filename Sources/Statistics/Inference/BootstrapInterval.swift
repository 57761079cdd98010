/// Bootstrap intervals that use the estimate beside its replicates.
///
/// Source: B. Efron, R. J. Tibshirani, "An Introduction to the Bootstrap", 1993, chapters 13–14.
package enum BootstrapInterval {
  /// The percentile interval mirrored at the estimate: 2θ − high, 2θ − low.
  package static func basic(
    estimate: Double,
    replicates: [Double],
    level: Double = 0.95
  ) -> (low: Double, high: Double)? {
    PercentileInterval(replicates: replicates, level: level).map {
      (2 * estimate - $0.high, 2 * estimate - $0.low)
    }
  }

  /// Bias-corrected and accelerated: percentiles at levels moved by the median bias and the skewness.
  ///
  /// `leftOut` are the estimates with one item left out. Nil where the bias is beyond measure (no
  /// replicate on one side of the estimate) or leaving an item out changes nothing.
  package static func biasCorrected(
    estimate: Double,
    replicates: [Double],
    leftOut: [Double],
    level: Double = 0.95
  ) -> (low: Double, high: Double)? {
    let below = replicates.reduce(0.0) { count, next in
      // Equal up to rounding counts half: the same resample summed in another order is a tie.
      abs(next - estimate) <= 1e-12 ? count + 0.5 : count + (next < estimate ? 1 : 0)
    }
    let share = below / Double(replicates.count)
    guard share > 0, share < 1, let acceleration = acceleration(leftOut) else { return nil }
    let bias = normalQuantile(share)
    let sorted = replicates.sorted()
    func limit(_ p: Double) -> Double? {
      let moved = bias + normalQuantile(p)
      let adjusted = bias + moved / (1 - acceleration * moved)
      return quantile(normalSurvival(-adjusted), ofSorted: sorted).value
    }
    guard let low = limit((1 - level) / 2), let high = limit((1 + level) / 2) else { return nil }
    return (low, high)
  }

  /// Σd³ / 6(Σd²)^1.5 of the deviations d = mean − θᵢ.
  private static func acceleration(_ leftOut: [Double]) -> Double? {
    guard let mean = Moments(leftOut).mean.value else { return nil }
    let deviations = leftOut.map { mean - $0 }
    let squares = deviations.reduce(0) { $0 + $1 * $1 }
    let cubes = deviations.reduce(0) { $0 + $1 * $1 * $1 }
    guard squares > 0 else { return nil }
    return cubes / (6 * squares * squares.squareRoot())
  }
}
