/// A statistic with its χ² degrees of freedom and upper-tail probability.
package struct ChiSquareTest: Equatable, Sendable {
  package let statistic: Double
  package let degreesOfFreedom: Int
  package let p: Double

  init(statistic: Double, degreesOfFreedom: Int) {
    self.statistic = statistic
    self.degreesOfFreedom = degreesOfFreedom
    p = chiSquareSurvival(statistic, degreesOfFreedom: Double(degreesOfFreedom))
  }
}
