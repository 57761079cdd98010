import TestSupport
import Statistics

extension VectorAdapter {
  static let severalAnnotators: [VectorAdapter] = [
    VectorAdapter(
      "04_fleiss_kappa",
      uncovered: ["conger_kappa": "needs to know who rated what; not offered"],
      compute: fleissKappa
    ),
    VectorAdapter("05c_krippendorff_alpha_se", compute: krippendorffError),
    VectorAdapter("06_gwet_ac1_ac2", compute: gwet),
    VectorAdapter("07_scott_pi", compute: scott),
    VectorAdapter("08_icc", compute: intraclassCorrelation),
    VectorAdapter("09_bland_altman", compute: blandAltman),
    VectorAdapter("10_kendall_w", compute: kendallConcordance),
  ]
}

/// Units in rows; the codes are positions in `categories`.
private func patterns(_ ratings: JSONTree, categories: [JSONTree]) throws -> RatingPatterns {
  var result = RatingPatterns(categories: categories.count)
  for unit in try ratings.array() {
    result.addUnit(
      try unit.array().compactMap { rating in categories.firstIndex(of: rating).map(Int32.init) }
    )
  }
  return result
}

private func fleissKappa(_ inputs: JSONTree) throws -> JSONTree {
  let counts = try inputs["counts"].intRows()
  let categories = counts.first?.count ?? 0
  var rated = RatingPatterns(categories: categories)
  for unit in counts { rated.add(unit, units: 1) }
  let identity = CategoryWeights.identity(categories)
  let general = AgreementCoefficient(rated, chance: .frequencies, weights: identity)
  let uniform = AgreementCoefficient(rated, chance: .uniform, weights: identity)
  let interval = general.interval()
  var result: [String: JSONTree] = [
    "gwet_se": JSONTree(general.standardError), "gwet_p": JSONTree(general.p),
    "gwet_ci_low": JSONTree(interval?.low), "gwet_ci_high": JSONTree(interval?.high),
    "brennan_prediger": JSONTree(uniform.value),
  ]
  result["n"] = JSONTree(general.n)
  result["pa"] = JSONTree(general.observed)
  result["pe"] = JSONTree(general.expected)
  result["kappa"] = JSONTree(general.value)
  result.merge(balanced(counts)) { $1 }
  return .object(result)
}

/// The statistics of units that all have the same number of annotators; none for others.
private func balanced(_ counts: [[Int]]) -> [String: JSONTree] {
  let annotators = counts.first?.reduce(0, +) ?? 0
  guard counts.allSatisfy({ $0.reduce(0, +) == annotators }) else { return [:] }
  var sums = FleissSums(annotators: annotators)
  for unit in counts {
    sums.addUnit(
      unit.enumerated().flatMap { Array(repeating: Int32($0.offset), count: $0.element) }
    )
  }
  let categories = counts.first?.count ?? 0
  let test = NormalTest(estimate: sums.kappa, nullStandardError: sums.nullStandardError)
  return [
    "n": JSONTree(sums.n), "raters": JSONTree(annotators), "pbar": JSONTree(sums.observed),
    "pe": JSONTree(sums.expected), "kappa": JSONTree(sums.kappa),
    "se_null": JSONTree(sums.nullStandardError), "z_null": JSONTree(test?.z),
    "p_null": JSONTree(test?.p),
    "randolph": JSONTree(sums.freeMarginal(declaredCategories: categories)),
    "category_kappa": JSONTree((0..<categories).map { sums.kappa(of: Int32($0)) }),
    "category_se": JSONTree(sums.categoryNullStandardError),
  ]
}

private func krippendorffError(_ inputs: JSONTree) throws -> JSONTree {
  let categories = try inputs["categories"].array()
  let scores = try categories.map { try $0.double() }
  let weights: CategoryWeights =
    switch try inputs["weights"].string() {
    case "quadratic": .quadratic(scores: scores)
    default: .identity(categories.count)
    }
  let alpha = AgreementCoefficient(
    try patterns(inputs["ratings"], categories: categories),
    chance: .krippendorff,
    weights: weights
  )
  return tree(alpha, name: "alpha")
}

private func gwet(_ inputs: JSONTree) throws -> JSONTree {
  guard try inputs["form"].string() == "table" else {
    let categories = try inputs["categories"].array()
    return tree(
      AgreementCoefficient(
        try patterns(inputs["ratings"], categories: categories),
        chance: .gwet,
        weights: try weights(inputs, categories: categories.count)
      ),
      name: "ac"
    )
  }
  let counts = try inputs["table"].intRows()
  let coefficient = AgreementCoefficient(
    RatingPatterns(contingencyTable(counts), categories: counts.count),
    chance: .gwet,
    weights: try weights(inputs, categories: counts.count)
  )
  return tableTree(coefficient, name: "ac")
}

/// The matrix of agreement weights, which has an exact 1 for agreement.
private func weights(_ inputs: JSONTree, categories: Int) throws -> CategoryWeights {
  guard !inputs["weight_matrix"].isNull else { return .identity(categories) }
  let disagreement = try inputs["weight_matrix"].rows().flatMap { $0 }.map { 1 - $0 }
  // Agreement weights of irrCAC need not reach 0, and their scale matters.
  return CategoryWeights(categories: categories, unscaledDisagreement: disagreement)
}

private func scott(_ inputs: JSONTree) throws -> JSONTree {
  let counts = try inputs["table"].intRows()
  let scores = counts.indices.map(Double.init)
  let weights: CategoryWeights =
    switch try inputs["weights"].string() {
    case "linear": .linear(scores: scores)
    case "quadratic": .quadratic(scores: scores)
    default: .identity(counts.count)
    }
  let coefficient = AgreementCoefficient(
    RatingPatterns(contingencyTable(counts), categories: counts.count),
    chance: .frequencies,
    weights: weights
  )
  return tableTree(coefficient, name: "pi")
}

private func tree(_ coefficient: AgreementCoefficient, name: String) -> JSONTree {
  let interval = coefficient.interval()
  return [
    name: JSONTree(coefficient.value), "pa": JSONTree(coefficient.observed),
    "pe": JSONTree(coefficient.expected), "se": JSONTree(coefficient.standardError),
    "ci_low": JSONTree(interval?.low), "ci_high": JSONTree(interval?.high),
    "p": JSONTree(coefficient.p),
  ]
}

/// irrCAC's functions of tables divide the variance by n in place of n − 1, and test max(value, 0).
private func tableTree(_ coefficient: AgreementCoefficient, name: String) -> JSONTree {
  let n = Double(coefficient.n)
  let error = coefficient.standardError.map { $0 * ((n - 1) / n).squareRoot() }
  var (low, high, p): (Double?, Double?, Double?)
  if let value = coefficient.value.value, let error = error.value {
    let critical = studentCritical(tail: 0.05, degreesOfFreedom: n - 1)
    (low, high) = (value - critical * error, min(1, value + critical * error))
    p = error > 0 ? studentTwoSided(max(value, 0) / error, degreesOfFreedom: n - 1) : nil
  }
  return [
    name: JSONTree(coefficient.value), "pa": JSONTree(coefficient.observed),
    "pe": JSONTree(coefficient.expected), "se": JSONTree(error),
    "ci_low": JSONTree(low), "ci_high": JSONTree(high), "p": JSONTree(p),
  ]
}

private func intraclassCorrelation(_ inputs: JSONTree) throws -> JSONTree {
  let rows = try inputs["ratings"].array().map { try $0.optionalDoubles() }
    .filter { !$0.contains(nil) }.map { $0.compactMap { $0 } }
  let correlation = IntraclassCorrelation(rows)
  var result: [String: JSONTree] = ["n_used": JSONTree(correlation.n)]
  for (name, model) in [
    ("ICC1", IntraclassCorrelation.Model.oneWay), ("ICC2", .agreement), ("ICC3", .consistency),
  ] {
    let test = correlation.test(model)
    for (suffix, ofMean) in [("", false), ("k", true)] {
      let interval = correlation.interval(model, ofMean: ofMean)
      result[name + suffix] = [
        "icc": JSONTree(correlation.value(model, ofMean: ofMean)), "F": JSONTree(test?.ratio),
        "df1": test.map { JSONTree($0.numerator) } ?? .null,
        "df2": test.map { JSONTree($0.denominator) } ?? .null, "p": JSONTree(test?.p),
        "ci_low": JSONTree(interval?.low), "ci_high": JSONTree(interval?.high),
      ]
    }
  }
  return .object(result)
}

private func blandAltman(_ inputs: JSONTree) throws -> JSONTree {
  let pairs = zip(try inputs["x"].optionalDoubles(), try inputs["y"].optionalDoubles())
  let agreement = BlandAltman(
    differences: Moments(pairs.compactMap { x, y in x.flatMap { x in y.map { x - $0 } } })
  )
  let limits = agreement.limits(multiplier: try inputs["agreement"].double())
  let level = try inputs["confidence"].double()
  let bias = agreement.biasInterval(level: level)
  let low = limits.flatMap { agreement.interval(ofLimit: $0.low, level: level) }
  let high = limits.flatMap { agreement.interval(ofLimit: $0.high, level: level) }
  return [
    "n": JSONTree(agreement.n), "mean_diff": JSONTree(agreement.bias),
    "sd_diff": JSONTree(agreement.standardDeviation), "loa_low": JSONTree(limits?.low),
    "loa_high": JSONTree(limits?.high), "mean_ci_low": JSONTree(bias?.low),
    "mean_ci_high": JSONTree(bias?.high), "loa_low_ci_low": JSONTree(low?.low),
    "loa_low_ci_high": JSONTree(low?.high), "loa_high_ci_low": JSONTree(high?.low),
    "loa_high_ci_high": JSONTree(high?.high),
  ]
}

private func kendallConcordance(_ inputs: JSONTree) throws -> JSONTree {
  let concordance = KendallConcordance(try inputs["ratings"].rows())
  let test = concordance.test
  return [
    "W": JSONTree(concordance.concordance), "W_uncorrected": JSONTree(concordance.uncorrected),
    "chi2": JSONTree(test?.statistic), "p": JSONTree(test?.p),
    "df": JSONTree(concordance.items - 1),
  ]
}
