/// The estimate ∓ Student's t standard errors.
func studentInterval(
  _ estimate: Double,
  standardError: Double,
  degreesOfFreedom: Double,
  level: Double
) -> (low: Double, high: Double) {
  let half = standardError * studentCritical(tail: 1 - level, degreesOfFreedom: degreesOfFreedom)
  return (estimate - half, estimate + half)
}

extension Moments {
  /// Limits of the mean of normal values with 95 % confidence; `nil` for fewer than two values.
  package var meanInterval95: (low: Double, high: Double)? {
    guard n > 1, let mean = mean.value, let deviation = standardDeviation.value else { return nil }
    return studentInterval(
      mean,
      standardError: deviation / Double(n).squareRoot(),
      degreesOfFreedom: Double(n - 1),
      level: 0.95
    )
  }
}
