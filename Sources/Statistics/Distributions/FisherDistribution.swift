/// P(F > f) for Fisher's F with the given degrees of freedom, f ≥ 0.
package func fisherSurvival(_ f: Double, _ numerator: Double, _ denominator: Double) -> Double {
  guard f > 0 else { return 1 }
  guard f.isFinite else { return 0 }
  let sum = denominator + numerator * f
  return incompleteBeta(
    denominator / sum,
    complement: numerator * f / sum,
    a: denominator / 2,
    b: numerator / 2
  ).lower
}

/// The f with P(F > f) = `tail`, 0 < tail < 1.
package func fisherCritical(tail: Double, _ numerator: Double, _ denominator: Double) -> Double {
  firstArgument(upTo: 1e300) { fisherSurvival($0, numerator, denominator) <= tail }
}
