/// What a stratified sample without replacement says of all units together.
package struct StratifiedSample: Hashable, Sendable {
  package struct Stratum: Hashable, Sendable {
    /// Units of the stratum, at least 1.
    package let units: Int
    package let inspected: Int
    package let defects: Int

    package init(units: Int, inspected: Int, defects: Int) {
      precondition(units >= 1 && 0...units ~= inspected, "a sample is in 0...units")
      precondition(0...inspected ~= defects, "defects lie in 0...inspected")
      self.units = units
      self.inspected = inspected
      self.defects = defects
    }
  }

  package let strata: [Stratum]

  package init(_ strata: [Stratum]) { self.strata = strata }

  package var units: Int { strata.reduce(0) { $0 + $1.units } }
  package var inspected: Int { strata.reduce(0) { $0 + $1.inspected } }
  package var defects: Int { strata.reduce(0) { $0 + $1.defects } }

  /// Σ Nₕ·xₕ/nₕ / N: the share of defective units, each inspected one counted for those it stands for.
  ///
  /// Undefined where a stratum was not looked at.
  ///
  /// Source: W. G. Cochran, "Sampling Techniques", 1977, section 5.3.
  package var rate: Measured {
    guard !strata.isEmpty else { return .undefined(.nothingInspected) }
    guard strata.allSatisfy({ $0.inspected > 0 }) else { return .undefined(.stratumLeftOut) }
    let defective = strata.reduce(0.0) { sum, stratum in
      sum + Double(stratum.units) * (Double(stratum.defects) / Double(stratum.inspected))
    }
    return .value(defective / Double(units))
  }

  /// A one-sided upper limit of the share of defective units that holds for any weights.
  ///
  /// The number of defects is a sum of independent trials, whose lower tail a binomial of the same mean
  /// bounds; one defect stands for at most max(Nₕ/nₕ) units. So the limit is the exact one of the pooled
  /// counts times max(Nₕ/nₕ)·n/N, which is 1 for a proportional sample. Undefined where a stratum was not
  /// looked at.
  ///
  /// Source: W. Hoeffding, "On the distribution of the number of successes in independent trials", 1956,
  /// theorem 4; V. A. Vatutin, V. G. Mikhailov, 1982 (hypergeometric counts are such sums).
  package func limit(confidence: Double = 0.95) -> Measured {
    guard case .value = rate else { return rate }
    let (inspected, defects) = (inspected, defects)
    let pooled = DefectLimit.exact(
      defects: defects,
      inspected: inspected,
      confidence: confidence
    )
    guard let pooled = pooled.value, Double(defects) <= pooled * Double(inspected) - 1 else {
      return .value(1)
    }
    let most = strata.map { Double($0.units) / Double($0.inspected) }.max() ?? 1
    return .value(min(1, pooled * most * Double(inspected) / Double(units)))
  }
}

extension UndefinedReason {
  package static let stratumLeftOut = Self("a stratum was not looked at")
}
