/// Regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P, each without cancellation.
///
/// a > 0, x ≥ 0. O(√a) steps.
///
/// Source: DLMF 8.11.4 (series) and 8.9.2 (continued fraction).
func incompleteGamma(_ x: Double, a: Double) -> (lower: Double, upper: Double) {
  guard x > 0 else { return (0, 1) }
  guard x.isFinite else { return (1, 0) }
  let density = poissonDensity(a, mean: x)
  guard x >= a + 1 else {
    let lower = min(1, density * gammaSeries(x, a: a))
    return (lower, 1 - lower)
  }
  let upper = min(1, density * a * gammaFraction(x, a: a))
  return (1 - upper, upper)
}

/// Σ xᵏ / ((a+1)…(a+k)).
private func gammaSeries(_ x: Double, a: Double) -> Double {
  var sum = 1.0
  var term = 1.0
  var divisor = a
  while true {
    divisor += 1
    term *= x / divisor
    let next = sum + term
    if next == sum { return sum }
    sum = next
  }
}

private func gammaFraction(_ x: Double, a: Double) -> Double {
  var b = x + 1 - a
  var c = 1e300
  var d = 1 / b
  var result = d
  var step = 1.0
  while step < 1e6 {
    let numerator = -step * (step - a)
    b += 2
    d = 1 / (numerator * d + b)
    c = b + numerator / c
    result *= d * c
    if abs(d * c - 1) < 2e-16 { break }
    step += 1
  }
  return result
}
