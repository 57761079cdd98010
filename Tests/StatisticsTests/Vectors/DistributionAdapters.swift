import Statistics
import TestSupport
import Testing

extension VectorAdapter {
  static let distributions: [VectorAdapter] = [
    VectorAdapter("03_kappa_bootstrap_jackknife", compute: resampling),
    VectorAdapter("39_hungarian", computeAsked: assignment),
    VectorAdapter("70_quantiles", compute: quantiles),
    VectorAdapter(
      "70b_robust_outliers",
      uncovered: [
        "skew": "not offered", "kurtosis": "not offered", "trimmed_mean_10": "not offered",
      ],
      compute: robustSpread
    ),
    VectorAdapter("71_proportion_ci", compute: proportionIntervals),
    VectorAdapter(
      "71b_two_proportions",
      uncovered: [
        "chi2": "not offered", "chi2_p": "not offered", "fisher_p": "not offered",
        "odds_ratio": "not offered",
      ],
      compute: proportionDifference
    ),
  ]
}

private func resampling(_ inputs: JSONTree) throws -> JSONTree {
  let (a, b) = (try inputs["a"].ints(), try inputs["b"].ints())
  func kappa(_ items: some Sequence<Int>) -> Measured {
    var table = ContingencyTable()
    for item in items { table.add(row: Int32(a[item]), column: Int32(b[item])) }
    return CohenKappa(table, declaredCategories: 2).kappa
  }
  let replicates = try inputs["resample_indices"].intRows().map { kappa($0) }
  let values = replicates.compactMap(\.value)
  let level = try inputs["confidence"].double()
  let theta = kappa(a.indices)
  let percentile = PercentileInterval(replicates: replicates, level: level)
  let leftOut = a.indices.map { left in kappa(a.indices.filter { $0 != left }) }
  let estimate = theta.value ?? .nan
  let basic = BootstrapInterval.basic(estimate: estimate, replicates: values, level: level)
  let corrected = BootstrapInterval.biasCorrected(
    estimate: estimate,
    replicates: values,
    leftOut: leftOut.compactMap(\.value),
    level: level
  )
  let jackknife = Jackknife(estimate: estimate, leftOut: leftOut.compactMap(\.value))
  return [
    "theta": JSONTree(theta), "replicates": JSONTree(replicates),
    "boot_se": JSONTree(Moments(values).standardDeviation),
    "n_undefined": JSONTree(percentile?.undefined ?? replicates.count),
    "percentile_low": JSONTree(percentile?.low), "percentile_high": JSONTree(percentile?.high),
    "basic_low": JSONTree(basic?.low), "basic_high": JSONTree(basic?.high),
    "bca_low": JSONTree(corrected?.low), "bca_high": JSONTree(corrected?.high),
    "jackknife_thetas": JSONTree(leftOut), "jackknife_estimate": JSONTree(jackknife?.estimate),
    "jackknife_bias": JSONTree(jackknife?.bias),
    "jackknife_se": JSONTree(jackknife?.standardError),
    "jackknife_ci_low": JSONTree(jackknife?.interval95.low),
    "jackknife_ci_high": JSONTree(jackknife?.interval95.high),
  ]
}

/// The assignment is asserted only where it is unique; the total always.
private func assignment(_ inputs: JSONTree, _ expected: JSONTree) throws -> JSONTree {
  let matrix = try inputs["matrix"].rows()
  let columns =
    inputs["shape"].isNull ? (matrix.first?.count ?? 0) : try inputs["shape"].ints()[1]
  let gate = inputs["gate"].isNull ? nil : try inputs["gate"].double()
  let entries = matrix.flatMap { $0 }.map { entry in
    if let gate, entry < gate { return 0.0 }
    return entry
  }
  let assigned =
    try inputs["maximize"].bool()
    ? Assignment.maximum(weights: entries, rows: matrix.count, columns: columns)
    : Assignment.minimum(costs: entries, rows: matrix.count, columns: columns)
  let pairs = assigned.enumerated().compactMap { row, column -> (row: Int, column: Int)? in
    guard let column, gate == nil || entries[row * columns + column] > 0 else { return nil }
    return (row, column)
  }
  let isUnique = expected["unique"] == .bool(true)
  return [
    "total": .number(pairs.reduce(0) { $0 + entries[$1.row * columns + $1.column] }),
    "n_pairs": JSONTree(pairs.count), "unique": expected["unique"],
    "assignment": isUnique
      ? .array(pairs.map { .array([JSONTree($0.row), JSONTree($0.column)]) })
      : expected["assignment"],
  ]
}

private func quantiles(_ inputs: JSONTree) throws -> JSONTree {
  let sorted = try inputs["x"].optionalDoubles().compactMap { $0 }.sorted()
  let probabilities = try inputs["p"].doubles()
  let types = QuantileDefinition.allCases.map { definition in
    (
      String(definition.rawValue),
      JSONTree(probabilities.map { definition.quantile($0, ofSorted: sorted) })
    )
  }
  let quartiles = (quantile(0.25, ofSorted: sorted).value, quantile(0.75, ofSorted: sorted).value)
  let range = quartiles.0.flatMap { low in quartiles.1.map { $0 - low } }
  return [
    "type7": JSONTree(probabilities.map { quantile($0, ofSorted: sorted) }),
    "by_type": .object(Dictionary(uniqueKeysWithValues: types)),
    "median": JSONTree(quantile(0.5, ofSorted: sorted)), "iqr_type7": JSONTree(range),
  ]
}

private func proportionIntervals(_ inputs: JSONTree) throws -> JSONTree {
  let (count, trials) = (try inputs["count"].int(), try inputs["nobs"].int())
  let alpha = try inputs["alpha"].double()
  let z = alpha == 0.05 ? normal975 : -normalQuantile(alpha / 2)
  let level = 1 - alpha
  return [
    "wilson": JSONTree(wilsonInterval(successes: count, trials: trials, z: z)),
    "beta": JSONTree(
      ProportionInterval.clopperPearson(successes: count, trials: trials, level: level)
    ),
    "jeffreys": JSONTree(
      ProportionInterval.jeffreys(successes: count, trials: trials, level: level)
    ),
    "agresti_coull": JSONTree(
      ProportionInterval.agrestiCoull(successes: count, trials: trials, z: z)
    ),
    "normal": JSONTree(ProportionInterval.wald(successes: count, trials: trials, z: z)),
  ]
}

private func robustSpread(_ inputs: JSONTree) throws -> JSONTree {
  let values = try inputs["x"].doubles()
  let moments = Moments(values)
  let robust = RobustSpread(values)
  let sorted = values.sorted()
  let low = try #require(quantile(0.25, ofSorted: sorted).value)
  let high = try #require(quantile(0.75, ofSorted: sorted).value)
  let fences = (low - 1.5 * (high - low), high + 1.5 * (high - low))
  let outliers = values.indices.filter { values[$0] < fences.0 || values[$0] > fences.1 }
  func scores(_ centre: Measured, _ spread: Measured, _ factor: Double) -> JSONTree {
    guard let centre = centre.value, let spread = spread.value, spread > 0 else { return .null }
    return JSONTree(values.map { factor * ($0 - centre) / spread })
  }
  return [
    "mean": JSONTree(moments.mean), "sd": JSONTree(moments.standardDeviation),
    "median": JSONTree(robust.median), "mad_raw": JSONTree(robust.medianAbsoluteDeviation),
    "mad_normal": JSONTree(robust.normalDeviation), "q1": .number(low), "q3": .number(high),
    "fence_low": .number(fences.0), "fence_high": .number(fences.1),
    "tukey_outliers": .array(outliers.map { JSONTree($0) }),
    "modified_z": scores(robust.median, robust.medianAbsoluteDeviation, 0.6745),
    "z": scores(moments.mean, moments.standardDeviation, 1),
  ]
}

private func proportionDifference(_ inputs: JSONTree) throws -> JSONTree {
  let table = try inputs["table"].intRows()
  let (first, second) = (
    (successes: table[0][0], trials: table[0][0] + table[0][1]),
    (successes: table[1][0], trials: table[1][0] + table[1][1])
  )
  let difference =
    Double(first.successes) / Double(first.trials)
    - Double(second.successes) / Double(second.trials)
  return [
    "diff": .number(difference), "newcombe": JSONTree(newcombeInterval(first, second)),
  ]
}
