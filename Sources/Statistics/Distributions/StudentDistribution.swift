/// P(|T| > |t|) for Student's t with ν > 0 degrees of freedom.
package func studentTwoSided(_ t: Double, degreesOfFreedom: Double) -> Double {
  guard t.isFinite else { return 0 }
  let square = t * t
  guard square.isFinite else { return 0 }
  let sum = degreesOfFreedom + square
  return incompleteBeta(
    degreesOfFreedom / sum,
    complement: square / sum,
    a: degreesOfFreedom / 2,
    b: 0.5
  ).lower
}

/// The t > 0 with P(|T| > t) = `tail`, 0 < tail < 1: .05 gives the factor of two-sided 95 % limits.
package func studentCritical(tail: Double, degreesOfFreedom: Double) -> Double {
  firstArgument(upTo: 1e154) { studentTwoSided($0, degreesOfFreedom: degreesOfFreedom) <= tail }
}
