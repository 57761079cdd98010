/// Sums for Fleiss' κ: units that the same number of annotators rated, divided last.
///
/// κ = (p̄ − pₑ) / (1 − pₑ), p̄ = Σ n_uc(n_uc − 1) / n·r(r − 1), pₑ = Σ p_c². All sums are integers. Undefined without a unit, for
/// one annotator, and when only one category was used. Where the number of annotators varies, use
/// `AgreementCoefficient` or α.
///
/// Source: J. L. Fleiss, "Measuring nominal scale agreement among many raters", 1971.
package struct FleissSums: Mergeable, Codable, Equatable {
  /// Annotators of every unit, r.
  package let annotators: Int
  /// Number of units.
  package private(set) var n = 0
  private var uses = SortedCounts()
  /// Per category, ordered pairs of annotators of a unit of whom just the first used it.
  private var splits = SortedCounts()

  package init(annotators: Int) {
    precondition(annotators >= 1, "a unit has an annotator")
    self.annotators = annotators
  }

  /// One unit: a category from each annotator.
  package mutating func addUnit(_ values: [Int32]) {
    precondition(values.count == annotators, "every unit has the same number of annotators")
    n += 1
    var counts = SortedCounts()
    for value in values { counts.add(1, to: value) }
    for (category, count) in counts.sorted {
      uses.add(count, to: category)
      splits.add(count * (annotators - count), to: category)
    }
  }

  package mutating func merge(_ other: Self) {
    precondition(annotators == other.annotators, "states of equal definition merge")
    n += other.n
    uses.merge(other.uses)
    splits.merge(other.splits)
  }
}

extension FleissSums {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    annotators = try container.decode(Int.self, forKey: .annotators)
    n = try container.decode(Int.self, forKey: .n)
    uses = try container.decode(SortedCounts.self, forKey: .uses)
    splits = try container.decode(SortedCounts.self, forKey: .splits)
    guard 1...(1 << 20) ~= annotators, 0...(1 << 40) ~= n, uses.total == n * annotators else {
      throw DecodingError.dataCorruptedError(
        forKey: .uses,
        in: container,
        debugDescription: "expected a use per unit and annotator"
      )
    }
  }
}

// MARK: - Coefficients

extension FleissSums {
  /// Mean share of agreeing pairs of annotators, p̄.
  package var observed: Measured {
    guard pairs > 0 else { return .undefined(.noPair) }
    return .value(Double(pairs - disagreeing) / Double(pairs))
  }

  /// Chance agreement pₑ.
  package var expected: Measured {
    guard pairs > 0 else { return .undefined(.noPair) }
    return .value(Double(squares) / Double(total * total))
  }

  package var kappa: Measured {
    Self.kappa(
      annotators: annotators,
      uses: uses.sorted.lazy.map(\.count),
      disagreeing: splits.sorted.reduce(0) { $0 + $1.count }
    )
  }

  /// κ from how often each category was used, and from the ordered pairs of annotators of a unit who differ.
  package static func kappa(
    annotators: Int,
    uses: some Sequence<Int>,
    disagreeing: Int
  ) -> Measured {
    var (total, squares): (Int128, Int128) = (0, 0)
    for count in uses {
      total += Int128(count)
      squares += Int128(count) * Int128(count)
    }
    let pairs = total * Int128(annotators - 1)
    guard pairs > 0 else { return .undefined(.noPair) }
    let unequal = total * total - squares
    guard unequal > 0 else { return .undefined(.oneCategory) }
    let disagreement = Double(disagreeing) / Double(pairs)
    return .value(1 - disagreement / (Double(unequal) / Double(total * total)))
  }

  /// Standard error under κ = 0, for testing only; for an interval use `AgreementCoefficient`.
  ///
  /// Source: J. L. Fleiss, J. C. M. Nee, J. R. Landis, "Large sample variance of kappa in the case of different
  /// sets of raters", 1979.
  package var nullStandardError: Measured {
    kappa.map { _ in
      let shares = uses.sorted.map { Double($0.count) / Double(total) }
      let spread = shares.reduce(0) { $0 + $1 * (1 - $1) }
      let skew = shares.reduce(0) { $0 + $1 * (1 - $1) * (1 - 2 * $1) }
      return (max(0, spread * spread - skew) * 2 / Double(pairs)).squareRoot() / spread
    }
  }

  /// The κ of one category against all others; undefined where it was used never or always.
  package func kappa(of category: Int32) -> Measured {
    guard pairs > 0 else { return .undefined(.noPair) }
    let count = Int128(uses[category])
    guard count > 0 else { return .undefined(.unusedCategory) }
    guard count < total else { return .undefined(.oneCategory) }
    let expected = Double(count * (total - count)) / Double(total * total)
    return .value(1 - Double(splits[category]) / (Double(pairs) * expected))
  }

  /// Standard error of the κ of any one category under the hypothesis that it is 0.
  package var categoryNullStandardError: Measured {
    guard pairs > 0 else { return .undefined(.noPair) }
    return .value((2 / Double(pairs)).squareRoot())
  }

  /// Randolph's κ: chance agreement 1/K with K declared categories.
  ///
  /// Source: J. J. Randolph, "Free-marginal multirater kappa", 2005.
  package func freeMarginal(declaredCategories: Int) -> Measured {
    guard declaredCategories >= 2 else { return .undefined(.fewerThanTwoDeclared) }
    let chance = 1 / Double(declaredCategories)
    return observed.map { ($0 - chance) / (1 - chance) }
  }

  /// All values, n·r.
  private var total: Int128 { Int128(n) * Int128(annotators) }

  /// Ordered pairs of annotators over all units, n·r(r − 1).
  private var pairs: Int128 { total * Int128(annotators - 1) }

  private var disagreeing: Int128 { splits.sorted.reduce(0) { $0 + Int128($1.count) } }

  private var squares: Int128 {
    uses.sorted.reduce(0) { $0 + Int128($1.count) * Int128($1.count) }
  }
}
