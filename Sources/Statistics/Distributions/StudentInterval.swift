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
