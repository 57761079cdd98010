/// Score interval of a proportion, without continuity correction.
///
/// (p̂ + z²/2n ∓ z √(p̂(1 − p̂)/n + z²/4n²)) / (1 + z²/n), with p̂ = successes / trials; in 0...1, and exactly
/// 0 or 1 at that end when there is no success or no failure. Nil without a trial.
///
/// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
package func wilsonInterval(
  successes: Int,
  trials: Int,
  z: Double = normal975
) -> (low: Double, high: Double)? {
  guard trials > 0 else { return nil }
  precondition(0...trials ~= successes, "successes lie in 0...trials")
  let n = Double(trials)
  let share = Double(successes) / n
  let square = z * z
  let scale = 1 + square / n
  let centre = (share + square / (2 * n)) / scale
  let half = z * (share * (1 - share) / n + square / (4 * n * n)).squareRoot() / scale
  return (
    low: successes == 0 ? 0 : max(0, centre - half),
    high: successes == trials ? 1 : min(1, centre + half)
  )
}
