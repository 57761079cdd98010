/// How many units nobody caught, at least: Chao's lower bound from those that were caught once and twice.
///
/// Units may be caught with probabilities of their own: the more these differ, the farther below the truth
/// it lies. A unit that was caught once by mistake, and is none, raises it.
///
/// f̂₀ = (t − 1)/t · f₁² / (2·f₂); where f₂ is 0, (t − 1)/t · f₁·(f₁ − 1)/2. With two occasions of equal
/// catch it is the estimate of Lincoln and Petersen.
///
/// - Parameters:
///   - once: f₁, units that were caught on exactly one occasion, at least 0.
///   - twice: f₂, units that were caught on exactly two.
///   - occasions: t, at least 2; every unit could be caught on each of them.
/// - Returns: A number of units, 0 or more.
///
/// Source: A. Chao, "Estimating the population size for capture–recapture data with unequal
/// catchability", 1987; A. Chao, 2005, for the factor (t − 1)/t and for f₂ = 0.
package func chaoLowerBound(once: Int, twice: Int, occasions: Int) -> Double {
  precondition(occasions > 1, "one occasion tells nothing of those that were missed")
  let share = Double(occasions - 1) / Double(occasions)
  let (f1, f2) = (Double(once), Double(twice))
  return share * (twice > 0 ? f1 * f1 / (2 * f2) : f1 * (f1 - 1) / 2)
}
