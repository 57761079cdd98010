import Statistics

/// Rework lot by lot: a lot whose sample has too many wrong labels is made again as a whole.
///
/// P = P(more than c wrong of n), by the binomial distribution; a lot is made 1/(1 − P) times on average.
package struct LotRejection: Hashable, Sendable {
  /// P, the probability that a lot fails.
  package let probability: Double
  /// P/(1 − P): how often a lot is made again on average.
  package let repeats: Double

  /// - Parameters:
  ///   - sample: n, at least 1.
  ///   - acceptance: c, the wrong labels with which the lot still passes, at least 0.
  ///   - defectRate: δ₀, 0...1; that of a lot made again is the same.
  /// - Throws: `CostProblem` where no lot would ever pass.
  package init(sample: Int, acceptance: Int, defectRate: Double) throws(CostProblem) {
    let accepted = binomialCumulative(acceptance, trials: sample, p: defectRate)
    // Once in 10¹² lots is never; a smaller chance is rounding.
    guard accepted >= 1e-12 else {
      throw CostProblem(
        "no lot would pass: with a defect rate of \(defectRate.messageText) a sample of \(sample) "
          + "has more than \(acceptance) wrong labels"
      )
    }
    probability = 1 - accepted
    repeats = probability / accepted
  }
}
