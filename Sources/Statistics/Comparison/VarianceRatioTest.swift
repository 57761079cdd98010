/// A ratio of mean squares with its degrees of freedom and upper-tail probability.
package struct VarianceRatioTest: Equatable, Sendable {
  package let ratio: Double
  package let numerator: Int
  package let denominator: Int
  package let p: Double

  init(ratio: Double, numerator: Int, denominator: Int) {
    self.ratio = ratio
    self.numerator = numerator
    self.denominator = denominator
    p = fisherSurvival(ratio, Double(numerator), Double(denominator))
  }
}
