/// How large the defect rate may still be after a sample was looked at: one-sided upper limits.
package enum DefectLimit {
  /// The rate at which so few defects or fewer have probability 1 − confidence; 1 where all are defective.
  ///
  /// Source: C. J. Clopper, E. S. Pearson, "The use of confidence or fiducial limits", 1934.
  package static func exact(defects: Int, inspected: Int, confidence: Double = 0.95) -> Measured {
    guard inspected > 0 else { return .undefined(.nothingInspected) }
    precondition(0...inspected ~= defects, "defects lie in 0...inspected")
    guard defects < inspected else { return .value(1) }
    let sound = Double(inspected - defects)
    return .value(betaQuantile(confidence, a: Double(defects) + 1, b: sound))
  }

  /// The upper end of Wilson's interval at one-sided confidence; shorter than the exact one, and in a few
  /// cases of a true rate near 0 it holds less often than it says.
  package static func wilson(defects: Int, inspected: Int, confidence: Double = 0.95) -> Measured {
    let z = normalQuantile(confidence)
    guard let interval = wilsonInterval(successes: defects, trials: inspected, z: z) else {
      return .undefined(.nothingInspected)
    }
    return .value(interval.high)
  }

  /// The largest number of defective units in a lot of which a sample without replacement showed so few.
  ///
  /// Exact, as a count; the lot's own size where nothing was inspected.
  ///
  /// Source: W. G. Cochran, "Sampling Techniques", 1977, section 3.6.
  package static func inLot(
    _ lot: Int,
    defects: Int,
    inspected: Int,
    confidence: Double = 0.95
  ) -> Int {
    precondition(0...lot ~= inspected, "no more is inspected than there is")
    precondition(0...inspected ~= defects, "defects lie in 0...inspected")
    let sound = inspected - defects
    // P(X ≤ defects) falls with the number of marked units.
    var (low, high) = (defects, lot - sound)
    while low < high {
      let middle = low + (high - low + 1) / 2
      let sample = HypergeometricDistribution(lot: lot, marked: middle, drawn: inspected)
      let isRefuted = sample.cumulative(defects) <= (1 - confidence) * (1 + roundingOfProbabilities)
      if isRefuted { high = middle - 1 } else { low = middle }
    }
    return low
  }
}

/// A probability that misses a limit by less, as a share of it, counts as equal: in a lot of 100 with one
/// defect, 95 units miss it with exactly 5 %.
let roundingOfProbabilities = 1e-12

extension UndefinedReason {
  package static let nothingInspected = Self("nothing was inspected")
}
