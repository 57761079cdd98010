/// Two-sided test of "the estimate is 0" by its standard error under that hypothesis.
package struct NormalTest: Equatable, Sendable {
  package let z: Double
  package let p: Double

  /// Nil where the estimate or its error is undefined, or the error is 0.
  package init?(estimate: Measured, nullStandardError: Measured) {
    guard let estimate = estimate.value, let error = nullStandardError.value, error > 0 else {
      return nil
    }
    z = estimate / error
    p = normalTwoSided(z)
  }
}
