/// A single sampling plan (n, c): a lot is accepted where at most c of n inspected units are defective.
package struct SamplingPlan: Hashable, Sendable {
  /// Units to inspect (n), at least 1.
  package let inspected: Int
  /// The most defective units with which the lot is accepted (c), in 0...n.
  package let accepted: Int
  /// Units of the lot; `nil` for a process without end, from which every draw is like the last.
  package let lot: Int?

  package init(inspected: Int, accepted: Int, lot: Int? = nil) {
    precondition(inspected >= 1 && inspected <= lot ?? .max, "a sample is in 1...lot")
    precondition(0...inspected ~= accepted, "accepted defects lie in 0...inspected")
    self.inspected = inspected
    self.accepted = accepted
    self.lot = lot
  }

  /// The probability that a delivery with this defect rate is accepted: binomial, or hypergeometric for a
  /// lot, of which the nearest whole number of units is defective.
  package func acceptance(atRate rate: Double) -> Double {
    precondition(0...1 ~= rate, "a rate lies in 0...1")
    guard let lot else {
      return binomialCumulative(accepted, trials: inspected, p: rate)
    }
    return acceptance(ofDefective: Int((rate * Double(lot)).rounded()), in: lot)
  }

  /// The probability that a lot with so many defective units is accepted.
  func acceptance(ofDefective marked: Int, in lot: Int) -> Double {
    HypergeometricDistribution(lot: lot, marked: marked, drawn: inspected).cumulative(accepted)
  }
}
