/// Finds the smallest sampling plan that keeps its promises.
///
/// With a lot, probabilities are hypergeometric and rates become whole numbers of defective units, taken
/// so that the promise about the rate holds.
package struct PlanSearch: Hashable, Sendable {
  /// Units of the lot; `nil` for a process without end.
  package let lot: Int?

  /// Larger plans are none that anybody inspects.
  package static let mostInspected = 1_000_000_000
  /// Where more defects than this would have to be allowed, two rates are too close to tell apart.
  package static let mostAccepted = 10_000

  package init(lot: Int? = nil) {
    precondition(lot ?? 1 >= 1, "a lot has a unit")
    self.lot = lot
  }

  /// The smallest n with which c defects show, at `confidence`, that the rate is at most `rate`.
  ///
  /// `nil` where even the whole lot cannot show it: c defects are more than the rate allows.
  package func plan(
    proving rate: Double,
    accepting accepted: Int = 0,
    confidence: Double = 0.95
  ) -> SamplingPlan? {
    precondition(0..<1 ~= rate && 0..<1 ~= confidence, "rates and confidences lie in 0..<1")
    let marked = leastBreaking(rate)
    guard lot == nil || Double(accepted) <= rate * Double(lot ?? 0) + 1e-9 else { return nil }
    return smallest(accepting: accepted, rate: rate, marked: marked, risk: 1 - confidence)
  }

  /// The largest probability with which a delivery that is worse than `rate` is accepted.
  package func risk(of plan: SamplingPlan, proving rate: Double) -> Double {
    acceptance(plan, rate: rate, marked: leastBreaking(rate))
  }

  /// The fewest defective units of a lot that break the promise of a rate.
  private func leastBreaking(_ rate: Double) -> Int? {
    lot.map { min($0, Self.whole(rate * Double($0), .down) + 1) }
  }

  /// The smallest plan that accepts a delivery at the acceptable quality level with a probability of at
  /// least 1 − `producerRisk`, and one at the limiting quality level with at most `consumerRisk`.
  ///
  /// `nil` where no plan of a practical size does.
  ///
  /// Source: E. G. Schilling, D. V. Neubauer, "Acceptance Sampling in Quality Control", 2009, chapter 5.
  package func plan(
    acceptable: Double,
    limiting: Double,
    producerRisk: Double = 0.05,
    consumerRisk: Double = 0.10
  ) -> SamplingPlan? {
    precondition(0 <= acceptable && acceptable < limiting && limiting < 1, "0 <= AQL < LTPD < 1")
    let good = lot.map { Self.whole(acceptable * Double($0), .down) }
    let bad = lot.map { Self.whole(limiting * Double($0), .up) }
    for accepted in 0...Self.mostAccepted {
      guard
        let plan = smallest(accepting: accepted, rate: limiting, marked: bad, risk: consumerRisk)
      else { return nil }
      let passing = acceptance(plan, rate: acceptable, marked: good)
      if passing >= (1 - producerRisk) * (1 - roundingOfProbabilities) { return plan }
    }
    return nil
  }

  /// The smallest n whose probability of acceptance is at most `risk`; it falls with n.
  private func smallest(
    accepting accepted: Int,
    rate: Double,
    marked: Int?,
    risk: Double
  ) -> SamplingPlan? {
    let most = lot ?? Self.mostInspected
    func isEnough(_ inspected: Int) -> Bool {
      let plan = SamplingPlan(inspected: inspected, accepted: accepted, lot: lot)
      return acceptance(plan, rate: rate, marked: marked) <= risk * (1 + roundingOfProbabilities)
    }
    var low = accepted + 1
    guard low <= most else { return nil }
    var high = low
    while !isEnough(high) {
      guard high < most else { return nil }
      low = high + 1
      high = high > most / 2 ? most : high * 2
    }
    while low < high {
      let middle = low + (high - low) / 2
      if isEnough(middle) { high = middle } else { low = middle + 1 }
    }
    return SamplingPlan(inspected: high, accepted: accepted, lot: lot)
  }

  private func acceptance(_ plan: SamplingPlan, rate: Double, marked: Int?) -> Double {
    guard let lot, let marked else { return plan.acceptance(atRate: rate) }
    return plan.acceptance(ofDefective: marked, in: lot)
  }

  /// A whole number of units; one that misses it by the rounding of a product counts as that.
  private static func whole(_ units: Double, _ direction: FloatingPointRoundingRule) -> Int {
    let nearest = units.rounded()
    return Int(abs(units - nearest) < 1e-6 ? nearest : units.rounded(direction))
  }
}
