/// Chance-corrected agreement of any number of annotators with missing ratings and weights.
///
/// (pₐ − pₑ) / (1 − pₑ) with Gwet's variance, which treats the units as a sample; the models differ in pₑ.
/// Undefined without a unit rated twice, where the model declares chance agreement to be full, and
/// for `gwet` and `uniform` with fewer than two declared categories.
///
/// Source: K. L. Gwet, "Handbook of Inter-Rater Reliability", 4th ed. 2014; "Computing inter-rater
/// reliability and its variance in the presence of high agreement", 2008.
package struct AgreementCoefficient: Equatable, Sendable {
  /// Where chance agreement comes from.
  package enum Chance: CaseIterable, Sendable {
    /// Shared category frequencies: Fleiss' κ, and Scott's π for two annotators.
    case frequencies
    /// AC1 and, with weights, AC2: the share of units hard enough to be guessed.
    case gwet
    /// All declared categories equally likely: Brennan–Prediger.
    case uniform
    /// Krippendorff's α: frequencies and units of two or more values only, with his small-sample term.
    case krippendorff
  }

  /// Units the standard error rests on.
  package let n: Int
  package let observed: Measured
  package let expected: Measured
  package let value: Measured
  /// Undefined for fewer than two units.
  package let standardError: Measured

  package init(_ patterns: RatingPatterns, chance: Chance, weights: CategoryWeights) {
    precondition(patterns.categories == weights.categories, "weights are those of the categories")
    let units = patterns.sorted.map { WeighedUnit($0.counts, units: $0.units, weights: weights) }
    let rating =
      chance == .krippendorff
      ? RatedUnits(units.filter { $0.ratings > 1 }, weights, pooled: true)
      : RatedUnits(units, weights, pooled: false)
    n = rating.n
    let solution = rating.solve(chance)
    observed = solution.observed
    expected = solution.expectedDisagreement.map { 1 - $0 }
    value = solution.value
    guard rating.n > 1, let deviation = solution.deviation else {
      standardError = rating.n == 1 ? .undefined(.oneUnit) : solution.value
      return
    }
    standardError = .value(deviation / Double(rating.n - 1).squareRoot())
  }

  /// The value ∓ Student's t (n − 1) standard errors; the upper limit is clipped at 1.
  ///
  /// Nil where either is undefined.
  package func interval(level: Double = 0.95) -> (low: Double, high: Double)? {
    guard let value = value.value, let standardError = standardError.value else { return nil }
    let critical = studentCritical(tail: 1 - level, degreesOfFreedom: Double(n - 1))
    return (value - critical * standardError, min(1, value + critical * standardError))
  }

  /// Two-sided probability of such a value if it were 0 (Student's t, n − 1); nil also for an error of 0.
  package var p: Double? {
    guard let value = value.value, let error = standardError.value, error > 0 else { return nil }
    return studentTwoSided(value / error, degreesOfFreedom: Double(n - 1))
  }
}

/// A pattern of ratings and its disagreement.
private struct WeighedUnit {
  let counts: [Int]
  let units: Int
  /// Number of its ratings.
  let ratings: Int
  /// The sum over ordered pairs of its ratings of their disagreement.
  let disagreement: Double

  init(_ counts: [Int], units: Int, weights: CategoryWeights) {
    self.counts = counts
    self.units = units
    ratings = counts.reduce(0, +)
    var sum = 0.0
    for (row, first) in counts.enumerated() where first > 0 {
      for (column, second) in counts.enumerated() where second > 0 {
        sum += Double(first) * Double(second) * weights[row, column]
      }
    }
    disagreement = sum
  }
}

private struct Solution {
  var observed: Measured
  var expectedDisagreement: Measured
  var value: Measured
  /// Standard deviation (by n) of the units' linearised values; nil where the value is undefined.
  var deviation: Double?

  init(observed: Measured, expectedDisagreement: Measured) {
    self.observed = observed
    self.expectedDisagreement = expectedDisagreement
    value = .undefined(.noPair)
  }

  init(undefined reason: UndefinedReason) {
    self.init(observed: .undefined(reason), expectedDisagreement: .undefined(reason))
    value = .undefined(reason)
  }
}

/// All units with the category frequencies they imply.
private struct RatedUnits {
  let units: [WeighedUnit]
  let weights: CategoryWeights
  let n: Int
  /// Units rated twice or more.
  let pairable: Int
  /// Mean ratings per unit.
  let meanRatings: Double
  /// Mean share of each category over units, or over all ratings when pooled.
  let shares: [Double]
  /// The mean disagreement of each category with the frequencies, both ways.
  private let frequencyMeans: [Double]

  init(_ units: [WeighedUnit], _ weights: CategoryWeights, pooled: Bool) {
    self.units = units
    self.weights = weights
    let n = units.reduce(0) { $0 + $1.units }
    let ratings = units.reduce(0) { $0 + $1.units * $1.ratings }
    self.n = n
    pairable = units.reduce(0) { $0 + ($1.ratings > 1 ? $1.units : 0) }
    meanRatings = Double(ratings) / Double(max(n, 1))
    let shares = (0..<weights.categories).map { category in
      units.reduce(0) { sum, unit in
        let share = Double(unit.units) * Double(unit.counts[category])
        return sum + share / (pooled ? Double(ratings) : Double(unit.ratings) * Double(n))
      }
    }
    frequencyMeans = shares.indices.map { row in
      shares.indices.reduce(0) { sum, column in
        sum + (weights[row, column] + weights[column, row]) / 2 * shares[column]
      }
    }
    self.shares = shares
  }

  func solve(_ chance: AgreementCoefficient.Chance) -> Solution {
    guard pairable > 0 else { return Solution(undefined: .noPair) }
    return chance == .krippendorff ? solvePooled() : solveByUnit(chance)
  }

  // MARK: Gwet's general form

  private func solveByUnit(_ chance: AgreementCoefficient.Chance) -> Solution {
    let observed = disagreementOfPairs / Double(pairable)
    let expected = expectedDisagreement(chance)
    var solution = Solution(observed: .value(1 - observed), expectedDisagreement: expected)
    guard let expected = expected.value else {
      solution.value = expected
      return solution
    }
    guard expected > 0 else {
      solution.value = .undefined(.oneCategory)
      return solution
    }
    let value = 1 - observed / expected
    solution.value = .value(value)
    let scale = Double(n) / Double(pairable)
    solution.deviation = weightedDeviation(
      units.map { unit in
        let own = unit.ratings > 1 ? scale * (expected - pairDisagreement(unit)) : 0
        let shift = expected - expectedDisagreement(chance, of: unit)
        return (value: (own - 2 * (1 - value) * shift) / expected, weight: Double(unit.units))
      }
    )
    return solution
  }

  private var disagreementOfPairs: Double {
    units.reduce(0) { sum, unit in
      unit.ratings > 1 ? sum + Double(unit.units) * pairDisagreement(unit) : sum
    }
  }

  private func pairDisagreement(_ unit: WeighedUnit) -> Double {
    unit.disagreement / (Double(unit.ratings) * Double(unit.ratings - 1))
  }

  private func expectedDisagreement(_ chance: AgreementCoefficient.Chance) -> Measured {
    let count = weights.categories
    guard chance == .frequencies || count >= 2 else { return .undefined(.fewerThanTwoDeclared) }
    // Where no two categories disagree, chance agreement is 1 whatever was rated.
    guard weights.disagreement.contains(where: { $0 > 0 }) else { return .value(0) }
    switch chance {
    case .frequencies, .krippendorff:
      return .value(zip(shares, frequencyMeans).reduce(0) { $0 + $1.0 * $1.1 })
    case .uniform:
      return .value(weights.disagreement.reduce(0, +) / Double(count * count))
    case .gwet:
      return .value(1 - gwetFactor * shares.reduce(0) { $0 + $1 * (1 - $1) })
    }
  }

  private func expectedDisagreement(
    _ chance: AgreementCoefficient.Chance,
    of unit: WeighedUnit
  ) -> Double {
    func mean(_ values: [Double]) -> Double {
      zip(unit.counts, values).reduce(0) { $0 + Double($1.0) * $1.1 } / Double(unit.ratings)
    }
    switch chance {
    case .frequencies, .krippendorff: return mean(frequencyMeans)
    case .uniform: return expectedDisagreement(.uniform).value ?? 0
    case .gwet: return 1 - gwetFactor * mean(shares.map { 1 - $0 })
    }
  }

  /// Sum of all agreement weights over K(K − 1).
  private var gwetFactor: Double {
    let count = Double(weights.categories)
    return (count * count - weights.disagreement.reduce(0, +)) / (count * (count - 1))
  }

  // MARK: Krippendorff's α

  /// All units have two or more ratings here.
  private func solvePooled() -> Solution {
    let expected = expectedDisagreement(.krippendorff).value ?? 0
    let smallSample = 1 / (meanRatings * Double(n))
    let own = units.map { $0.disagreement / (meanRatings * Double($0.ratings - 1)) }
    let mean = zip(units, own).reduce(0) { $0 + Double($1.0.units) * $1.1 } / Double(n)
    let observed = (1 - smallSample) * mean
    var solution = Solution(
      observed: .value(1 - observed),
      expectedDisagreement: .value(expected)
    )
    guard expected > 0 else {
      solution.value = .undefined(.oneCategory)
      return solution
    }
    solution.value = .value(1 - observed / expected)
    guard mean > 0 else {
      solution.deviation = 0
      return solution
    }
    let agreement = 1 - observed
    let chance = 1 - expected
    solution.deviation = weightedDeviation(
      zip(units, own).map { unit, disagreement in
        let relative = Double(unit.ratings) / meanRatings
        let excess = relative - 1
        let unitChance = relative * (1 - expectedDisagreement(.krippendorff, of: unit))
        let shift = unitChance - chance * excess - chance
        let linear = relative - disagreement - agreement * excess - chance
        let slope = 2 * mean / expected
        return (value: (linear - slope * shift) / expected, weight: Double(unit.units))
      }
    )
    return solution
  }
}
