/// Regularised incomplete beta function Iₓ(a, b) and 1 − Iₓ(a, b), each without cancellation.
///
/// `complement` is 1 − x, given apart so that x near 1 loses no digits; a, b > 0 and 0 ≤ x ≤ 1.
/// O(√max(a, b)) steps.
///
/// Source: A. R. DiDonato, A. H. Morris, "Significant digit computation of the incomplete beta function
/// ratios", 1992, section 9 (continued fraction).
func incompleteBeta(
  _ x: Double,
  complement: Double,
  a: Double,
  b: Double
) -> (lower: Double, upper: Double) {
  guard x > 0 else { return (0, 1) }
  guard complement > 0 else { return (1, 0) }
  // xᵃ(1 − x)ᵇ / B(a, b).
  let density = binomialDensity(a, of: a + b, p: x, q: complement) * a * (b / (a + b))
  // (a + b)(mean − x), from whichever of x and 1 − x is small.
  let lead = a <= b ? a - (a + b) * x : (a + b) * complement - b
  guard lead < 0 else {
    let lower = min(1, density * betaFraction(x, complement, a: a, b: b, lead: lead))
    return (lower, 1 - lower)
  }
  let upper = min(1, density * betaFraction(complement, x, a: b, b: a, lead: -lead))
  return (1 - upper, upper)
}

/// Iₓ(a, b) over xᵃ(1 − x)ᵇ / B(a, b), for x up to the mean.
private func betaFraction(
  _ x: Double,
  _ complement: Double,
  a: Double,
  b: Double,
  lead: Double
) -> Double {
  let first = 1 + 1 / a
  var (numerator, nextNumerator) = (0.0, 1.0)
  var (denominator, nextDenominator) = (1.0, (1 + lead) / first)
  var ratio = first / (1 + lead)
  var scale = 1.0
  var divisor = a + 1
  var step = 1.0
  while step < 1e6 {
    let relative = step / a
    let weight = step * (b - step) * x
    let share = a / divisor
    let alpha = scale * (scale + b / a) * share * share * weight * x
    let growth = (relative + 1) / (first + 2 * relative)
    let beta = step + weight / divisor + growth * (1 + lead + step * (1 + complement))
    scale = relative + 1
    divisor += 2
    (numerator, nextNumerator) = (nextNumerator, alpha * numerator + beta * nextNumerator)
    (denominator, nextDenominator) = (nextDenominator, alpha * denominator + beta * nextDenominator)
    let previous = ratio
    ratio = nextNumerator / nextDenominator
    if abs(ratio - previous) <= 1e-16 * ratio { break }
    // Scaled so that the next step cannot overflow.
    numerator /= nextDenominator
    denominator /= nextDenominator
    nextNumerator = ratio
    nextDenominator = 1
    step += 1
  }
  return ratio
}
