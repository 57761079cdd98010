/// P(X ≤ successes) for X ~ Binomial(trials, p), 0 ≤ p ≤ 1.
package func binomialCumulative(_ successes: Int, trials: Int, p: Double) -> Double {
  guard successes >= 0 else { return 0 }
  guard successes < trials else { return 1 }
  return incompleteBeta(
    p,
    complement: 1 - p,
    a: Double(successes) + 1,
    b: Double(trials - successes)
  ).upper
}
