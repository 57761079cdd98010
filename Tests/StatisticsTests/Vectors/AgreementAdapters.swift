import Statistics
import TestSupport
import Testing

extension VectorAdapter {
  static let agreement: [VectorAdapter] = [
    VectorAdapter("01_cohen_kappa", compute: cohenKappa),
    VectorAdapter("02_kappa_prevalence_bias_perclass", compute: marginalStatistics),
    VectorAdapter("05_krippendorff_alpha", compute: krippendorffAlpha),
  ]
}

/// The table of a k × k array of counts.
func contingencyTable(_ counts: [[Int]]) -> ContingencyTable {
  var table = ContingencyTable()
  for (row, counts) in counts.enumerated() {
    for (column, count) in counts.enumerated() {
      table.add(row: Int32(row), column: Int32(column), count: count)
    }
  }
  return table
}

/// The table of two lists of ratings; pairs with a missing value are dropped.
private func contingencyTable(_ ratings: JSONTree) throws -> (table: ContingencyTable, k: Int) {
  let categories = try ratings["categories"].array()
  func code(_ rating: JSONTree) -> Int32? { categories.firstIndex(of: rating).map(Int32.init) }
  var table = ContingencyTable()
  for (a, b) in zip(try ratings["a"].array(), try ratings["b"].array()) {
    guard let row = code(a), let column = code(b) else { continue }
    table.add(row: row, column: column)
  }
  return (table, categories.count)
}

private func cohenKappa(_ inputs: JSONTree) throws -> JSONTree {
  let (table, k) =
    inputs["table"].isNull
    ? try contingencyTable(inputs["ratings"])
    : (contingencyTable(try inputs["table"].intRows()), try inputs["table"].array().count)
  let weights: WeightedKappa.Weights
  switch try inputs["weights"].string() {
  case "linear": weights = .linear
  case "quadratic": weights = .quadratic
  case "custom": weights = .custom(try inputs["disagreement"].rows().flatMap { $0 })
  default:
    let result = CohenKappa(table, declaredCategories: k)
    return kappaTree(
      n: result.n,
      result.observed,
      result.expected,
      result.kappa,
      result.standardError,
      result.nullStandardError,
      result.interval95,
      result.maximum
    )
  }
  let result = WeightedKappa(table, weights: weights, declaredCategories: k)
  return kappaTree(
    n: result.n,
    result.observed,
    result.expected,
    result.kappa,
    result.standardError,
    result.nullStandardError,
    result.interval95,
    nil
  )
}

private func kappaTree(
  n: Int,
  _ observed: Measured,
  _ expected: Measured,
  _ kappa: Measured,
  _ standardError: Measured,
  _ nullStandardError: Measured,
  _ interval: (low: Double, high: Double)?,
  _ maximum: Measured?
) -> JSONTree {
  let test = NormalTest(estimate: kappa, nullStandardError: nullStandardError)
  return [
    "n": JSONTree(n), "po": JSONTree(observed), "pe": JSONTree(expected), "kappa": JSONTree(kappa),
    "var_kappa": JSONTree(standardError.map { $0 * $0 }), "se": JSONTree(standardError),
    "ci95_low": JSONTree(interval?.low), "ci95_high": JSONTree(interval?.high),
    "se0": JSONTree(nullStandardError), "z0": JSONTree(test?.z), "p0_two_sided": JSONTree(test?.p),
    "kappa_max": maximum.map { JSONTree($0) } ?? .null,
  ]
}

private func marginalStatistics(_ inputs: JSONTree) throws -> JSONTree {
  let counts = try inputs["table"].intRows()
  let table = contingencyTable(counts)
  let kappa = CohenKappa(table, declaredCategories: counts.count)
  let bowker = table.bowkerTest(declaredCategories: counts.count)
  let homogeneity = table.stuartMaxwellTest(declaredCategories: counts.count)
  let categories = counts.indices.map { category -> JSONTree in
    let category = Int32(category)
    let rest = CohenKappa(table.oneVersusRest(category), declaredCategories: 2)
    let uses = table.marginals[category] ?? ContingencyTable.Marginal()
    return [
      "kappa_ovr": JSONTree(rest.kappa),
      "specific_agreement": JSONTree(table.specificAgreement(on: category)),
      "n_a": JSONTree(uses.row), "n_b": JSONTree(uses.column), "n_both": JSONTree(uses.both),
    ]
  }
  return [
    "n": JSONTree(kappa.n), "po": JSONTree(kappa.observed), "pe": JSONTree(kappa.expected),
    "kappa_max": JSONTree(kappa.maximum), "pabak": JSONTree(kappa.pabak),
    "prevalence_index": JSONTree(kappa.prevalenceIndex), "bias_index": JSONTree(kappa.biasIndex),
    "per_class": .array(categories),
    "bowker_stat": JSONTree(bowker?.statistic), "bowker_p": JSONTree(bowker?.p),
    "bowker_df": bowker.map { JSONTree($0.degreesOfFreedom) } ?? .null,
    "stuart_maxwell_stat": JSONTree(homogeneity?.statistic),
    "stuart_maxwell_p": JSONTree(homogeneity?.p),
    "mcnemar_exact_p": JSONTree(counts.count == 2 ? table.mcNemarExactP : nil),
  ]
}

private func krippendorffAlpha(_ inputs: JSONTree) throws -> JSONTree {
  let domain = inputs["value_domain"].isNull ? nil : try inputs["value_domain"].array()
  let coders = try inputs["ratings"].array().map { try $0.array() }
  let units = try (0..<(coders.first?.count ?? 0)).map { unit in
    try coders.map { $0[unit] }.filter { !$0.isNull }.map { rating in
      if let position = domain?.firstIndex(of: rating) { return Double(position) }
      return try rating.double()
    }
  }
  let level = try inputs["level"].string()
  guard level == "nominal" else {
    var coincidences = ValueCoincidences()
    for unit in units { coincidences.addUnit(unit) }
    let scale = try #require(ValueCoincidences.Scale(rawValue: level))
    return ["alpha": JSONTree(coincidences.alpha(scale))]
  }
  let codes = Array(Set(units.joined())).sorted()
  var coincidences = NominalCoincidences()
  for unit in units {
    coincidences.addUnit(unit.compactMap { value in codes.firstIndex(of: value).map(Int32.init) })
  }
  return ["alpha": JSONTree(coincidences.alpha)]
}
