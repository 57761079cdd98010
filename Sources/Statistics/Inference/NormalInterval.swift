/// The estimate ∓ 1.959963984540054 standard errors, not clipped to any range.
///
/// Nil where either is undefined; the point where the error is 0.
package func normalInterval95(
  _ estimate: Measured,
  standardError: Measured
) -> (low: Double, high: Double)? {
  guard let estimate = estimate.value, let standardError = standardError.value else { return nil }
  let half = normal975 * standardError
  return (estimate - half, estimate + half)
}
