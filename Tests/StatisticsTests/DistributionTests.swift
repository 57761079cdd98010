import Foundation
import Statistics
import Testing

/// Against closed forms, to 1e-13 relative, in the middle and far out.
@Suite("Distributions")
struct DistributionTests {
  private func isNear(_ got: Double, _ expected: Double, _ relative: Double = 1e-13) -> Bool {
    abs(got - expected) <= relative * abs(expected)
  }

  @Test("the normal quantile inverts the tail from 1e-300 to the middle")
  func normalQuantiles() {
    #expect(isNear(normalQuantile(0.975), normal975, 1e-15))
    for exponent in 1...300 {
      let p = pow(10, -Double(exponent))
      #expect(isNear(normalSurvival(-normalQuantile(p)), p, 1e-12), "1e-\(exponent)")
    }
    // Near the middle Φ⁻¹(½ + d) = d√(2π) + O(d³).
    #expect(isNear(normalQuantile(0.5 + 0x1p-40), 0x1p-40 * (2 * Double.pi).squareRoot()))
    #expect(normalQuantile(0.5) == 0)
    #expect(normalQuantile(0) == -.infinity)
    #expect(normalQuantile(1) == .infinity)
  }

  @Test("Student's t with one degree of freedom is Cauchy's", arguments: [0.01, 1, 30, 1e6, 1e12])
  func cauchy(t: Double) {
    // P(|T| > t) = (2/π) atan(1/t).
    let p = 2 / Double.pi * atan(1 / t)
    #expect(isNear(studentTwoSided(t, degreesOfFreedom: 1), p))
    #expect(isNear(studentCritical(tail: p, degreesOfFreedom: 1), t, 1e-12))
  }

  @Test("Student's t with two degrees of freedom has a square root for its tail")
  func twoDegrees() {
    // P(|T| > t) = 1 − t/√(2 + t²) = 2 / (√(2 + t²)(√(2 + t²) + t)).
    for t in [0.1, 1, 10, 1e5] {
      let root = (2 + t * t).squareRoot()
      #expect(isNear(studentTwoSided(t, degreesOfFreedom: 2), 2 / (root * (root + t))))
    }
  }

  @Test("Student's t with a billion degrees of freedom is nearly normal")
  func manyDegrees() {
    // Cornish–Fisher: t = z + (z³ + z)/4ν; (7.5292 + 1.9600)/4 = 2.3722.
    let expected = normal975 + 2.3722e-9
    #expect(isNear(studentCritical(tail: 0.05, degreesOfFreedom: 1e9), expected, 1e-12))
  }

  @Test("χ² with one and two degrees of freedom are an error function and an exponential")
  func chiSquare() {
    for x in [1e-6, 0.5, 3.84, 50, 700] {
      #expect(isNear(chiSquareSurvival(x, degreesOfFreedom: 2), exp(-x / 2)))
      #expect(isNear(chiSquareSurvival(x, degreesOfFreedom: 1), erfc((x / 2).squareRoot())))
    }
    #expect(chiSquareSurvival(0, degreesOfFreedom: 3) == 1)
  }

  @Test(
    "Fisher's F with two and two degrees of freedom is 1/(1 + f)",
    arguments: [1e-9, 0.5, 3, 1e12]
  )
  func fisher(f: Double) {
    #expect(isNear(fisherSurvival(f, 2, 2), 1 / (1 + f)))
    #expect(isNear(fisherCritical(tail: 1 / (1 + f), 2, 2), f, 1e-6))
  }

  @Test("a beta quantile with one parameter 1 is a root, for parameters up to a million")
  func beta() {
    for a in [0.5, 1, 7, 1e6] {
      // P(X ≤ x) = xᵃ for Beta(a, 1).
      #expect(isNear(betaQuantile(0.025, a: a, b: 1), pow(0.025, 1 / a)))
      // and 1 − (1 − x)ᵇ for Beta(1, b).
      #expect(isNear(betaQuantile(0.025, a: 1, b: a), -expm1(log1p(-0.025) / a)))
    }
  }

  @Test("a binomial sum equals the sum of its terms")
  func binomial() {
    // P(X ≤ 2 of 5, p = ¼) = (243 + 405 + 270)/1024.
    #expect(isNear(binomialCumulative(2, trials: 5, p: 0.25), 918.0 / 1024))
    // P(X = 0 of 1000, p = ½) = 2⁻¹⁰⁰⁰.
    #expect(isNear(binomialCumulative(0, trials: 1000, p: 0.5), 0x1p-1000, 1e-12))
    #expect(binomialCumulative(5, trials: 5, p: 0.25) == 1)
    #expect(binomialCumulative(-1, trials: 5, p: 0.25) == 0)
  }

  @Test("digamma has its known values")
  func digammas() {
    let gamma = 0.5772156649015329
    #expect(isNear(digamma(1), -gamma))
    #expect(isNear(digamma(0.5), -gamma - 2 * log(2)))
    // ψ(n) = H(n − 1) − γ; H(99) = 5.177377517639621.
    #expect(isNear(digamma(100), 5.177377517639621 - gamma))
  }
}
