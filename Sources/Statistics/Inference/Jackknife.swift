/// Bias and standard error of an estimate from the estimates with one item left out.
///
/// bias = (n − 1)(θ̄ − θ), SE² = (n − 1)/n · Σ(θᵢ − θ̄)². For statistics without a formula for their error;
/// not for quantiles, whose jackknife error does not converge.
///
/// Source: B. Efron, R. J. Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 11.
package struct Jackknife: Equatable, Sendable {
  /// The estimate less its bias.
  package let estimate: Double
  package let bias: Double
  package let standardError: Double

  /// Nil for fewer than two items.
  package init?(estimate: Double, leftOut: [Double]) {
    let moments = Moments(leftOut)
    guard moments.n > 1, let mean = moments.mean.value,
      let variance = moments.populationVariance.value
    else { return nil }
    let n = Double(moments.n)
    bias = (n - 1) * (mean - estimate)
    self.estimate = estimate - bias
    standardError = ((n - 1) * variance).squareRoot()
  }

  /// The corrected estimate ∓ 1.959963984540054 standard errors.
  package var interval95: (low: Double, high: Double) {
    (estimate - normal975 * standardError, estimate + normal975 * standardError)
  }
}
