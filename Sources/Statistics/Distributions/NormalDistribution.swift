import Glibc

/// The .975 quantile of the standard normal distribution, for two-sided 95 % limits.
package let normal975 = 1.959963984540054

/// P(Z > z) for a standard normal Z; accurate in the far tail.
package func normalSurvival(_ z: Double) -> Double { 0.5 * erfc(z / 2.0.squareRoot()) }

/// P(|Z| > |z|) for a standard normal Z.
package func normalTwoSided(_ z: Double) -> Double { erfc(abs(z) / 2.0.squareRoot()) }

/// The z with P(Z ≤ z) = p, to a few units in the last place; ∓∞ at 0 and 1.
///
/// A&S 26.2.23 to 4 digits, then Halley steps on `erf` (middle) or `erfc` (tails), so that neither
/// end loses digits: 1 − p is exact for p ≥ ½.
package func normalQuantile(_ p: Double) -> Double {
  precondition(0...1 ~= p, "a probability lies in 0...1")
  guard p > 0, p < 1 else { return p == 0 ? -.infinity : .infinity }
  guard p != 0.5 else { return 0 }
  guard p < 0.5 else { return -normalQuantile(1 - p) }
  let isMiddle = p > 0.25
  var z = roughNormalQuantile(p)
  for _ in 0..<3 {
    let excess =
      isMiddle
      ? 0.5 * (erf(z / 2.0.squareRoot()) - (2 * p - 1))
      : normalSurvival(-z) - p
    let density = exp(-0.5 * z * z) / (2 * Double.pi).squareRoot()
    guard density > 0 else { break }
    let step = excess / density
    z -= step / (1 + 0.5 * z * step)
  }
  return z
}

/// Abramowitz & Stegun 26.2.23, for p ≤ ½; error below 4.5e-4.
private func roughNormalQuantile(_ p: Double) -> Double {
  let t = (-2 * log(p)).squareRoot()
  let numerator = 2.515517 + t * (0.802853 + t * 0.010328)
  let denominator = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
  return numerator / denominator - t
}
