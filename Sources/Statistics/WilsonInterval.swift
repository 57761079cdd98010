/// Wilson's score interval of a proportion, without continuity correction.
///
/// Returns `nil` where there was no trial; exactly 0 or 1 at the ends. `z` is the normal quantile of the
/// confidence, 1.96 for 95 %.
///
/// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
package func wilsonInterval(
  successes: Int,
  trials: Int,
  z: Double = 1.959963984540054
) -> (low: Double, high: Double)? {
  guard trials > 0, (0...trials).contains(successes) else { return nil }
  let n = Double(trials)
  let share = Double(successes) / n
  let square = z * z
  let centre = (share + square / (2 * n)) / (1 + square / n)
  let reach =
    z / (1 + square / n) * (share * (1 - share) / n + square / (4 * n * n)).squareRoot()
  return (
    successes == 0 ? 0 : centre - reach,
    successes == trials ? 1 : centre + reach
  )
}
