import Glibc

/// The number of marked units in a sample drawn without replacement from a lot.
package struct HypergeometricDistribution: Hashable, Sendable {
  /// Units of the lot, at least 0.
  package let lot: Int
  /// Marked units among them.
  package let marked: Int
  /// Units that are drawn.
  package let drawn: Int

  package init(lot: Int, marked: Int, drawn: Int) {
    precondition(lot >= 0 && 0...lot ~= marked, "marked units lie in 0...lot")
    precondition(0...lot ~= drawn, "drawn units lie in 0...lot")
    self.lot = lot
    self.marked = marked
    self.drawn = drawn
  }

  /// P(X ≤ count).
  ///
  /// Relative error a few 1e-14 of the smaller tail. O(standard deviation) steps.
  package func cumulative(_ count: Int) -> Double {
    guard count >= least else { return 0 }
    guard count < most else { return 1 }
    let mean = Double(marked) * (Double(drawn) / Double(lot))
    guard Double(count) > mean else { return min(1, sum(from: count, downwards: true)) }
    return 1 - min(1, sum(from: count + 1, downwards: false))
  }

  private var least: Int { max(0, drawn - (lot - marked)) }
  private var most: Int { min(marked, drawn) }

  /// The density at `start` and all beyond it, away from the mean, where terms only fall.
  private func sum(from start: Int, downwards: Bool) -> Double {
    var term = 1.0
    var sum = 1.0
    var count = start
    while count > least || !downwards, count < most || downwards {
      let ratio = downwards ? 1 / growth(count - 1) : growth(count)
      term *= ratio
      if term < sum * 1e-17 { break }
      sum += term
      count += downwards ? -1 : 1
    }
    return sum * density(start)
  }

  /// P(X = count + 1) / P(X = count).
  private func growth(_ count: Int) -> Double {
    let unmarkedLeft = lot - marked - drawn + count + 1
    return Double(marked - count) / Double(count + 1)
      * (Double(drawn - count) / Double(unmarkedLeft))
  }

  /// P(X = count), from three binomial densities at the share that is drawn.
  ///
  /// Source: C. Loader, "Fast and accurate computation of binomial probabilities", 2000, section 5.
  private func density(_ count: Int) -> Double {
    let share = Double(drawn) / Double(lot)
    let rest = Double(lot - drawn) / Double(lot)
    func binomial(_ successes: Int, of trials: Int) -> Double {
      if successes == 0 { return exp(Double(trials) * log1p(-share)) }
      if successes == trials { return exp(Double(trials) * log1p(-rest)) }
      return binomialDensity(Double(successes), of: Double(trials), p: share, q: rest)
    }
    return binomial(count, of: marked) * binomial(drawn - count, of: lot - marked)
      / binomial(drawn, of: lot)
  }
}
