/// P(X > x) for χ² with ν > 0 degrees of freedom, x ≥ 0.
package func chiSquareSurvival(_ x: Double, degreesOfFreedom: Double) -> Double {
  incompleteGamma(x / 2, a: degreesOfFreedom / 2).upper
}
