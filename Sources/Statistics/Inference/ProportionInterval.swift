/// Two-sided intervals of a binomial proportion beside Wilson's; nil without a trial.
package enum ProportionInterval {
  /// Exact limits: those p at which the count or one further out has probability α/2.
  ///
  /// Source: C. J. Clopper, E. S. Pearson, "The use of confidence or fiducial limits", 1934.
  package static func clopperPearson(
    successes: Int,
    trials: Int,
    level: Double = 0.95
  ) -> (low: Double, high: Double)? {
    guard trials > 0 else { return nil }
    precondition(0...trials ~= successes, "successes lie in 0...trials")
    let tail = (1 - level) / 2
    let (hits, misses) = (Double(successes), Double(trials - successes))
    return (
      low: successes == 0 ? 0 : betaQuantile(tail, a: hits, b: misses + 1),
      high: successes == trials ? 1 : 1 - betaQuantile(tail, a: misses, b: hits + 1)
    )
  }

  /// Quantiles of Beta(successes + ½, failures + ½), not forced to 0 or 1 at the ends.
  ///
  /// Source: L. D. Brown, T. T. Cai, A. DasGupta, "Interval estimation for a binomial proportion", 2001.
  package static func jeffreys(
    successes: Int,
    trials: Int,
    level: Double = 0.95
  ) -> (low: Double, high: Double)? {
    guard trials > 0 else { return nil }
    precondition(0...trials ~= successes, "successes lie in 0...trials")
    let tail = (1 - level) / 2
    let (hits, misses) = (Double(successes) + 0.5, Double(trials - successes) + 0.5)
    return (
      low: betaQuantile(tail, a: hits, b: misses),
      high: 1 - betaQuantile(tail, a: misses, b: hits)
    )
  }

  /// The Wald interval about (successes + z²/2) / (trials + z²), clipped to 0...1.
  ///
  /// Source: A. Agresti, B. A. Coull, "Approximate is better than exact", 1998.
  package static func agrestiCoull(
    successes: Int,
    trials: Int,
    z: Double = normal975
  ) -> (low: Double, high: Double)? {
    guard trials > 0 else { return nil }
    let n = Double(trials) + z * z
    return wald(share: (Double(successes) + z * z / 2) / n, n: n, z: z)
  }

  /// p̂ ∓ z√(p̂(1 − p̂)/n), clipped to 0...1; for comparison only, it is far too narrow near the ends.
  package static func wald(
    successes: Int,
    trials: Int,
    z: Double = normal975
  ) -> (low: Double, high: Double)? {
    guard trials > 0 else { return nil }
    return wald(share: Double(successes) / Double(trials), n: Double(trials), z: z)
  }

  private static func wald(share: Double, n: Double, z: Double) -> (low: Double, high: Double) {
    precondition(0...1 ~= share, "successes lie in 0...trials")
    let half = z * (share * (1 - share) / n).squareRoot()
    return (max(0, share - half), min(1, share + half))
  }
}
