/// Cohen's κ of a table of pairs, unweighted, and what must stand beside it.
///
/// κ = (p_o − p_e) / (1 − p_e), with p_o the observed and p_e the chance agreement.
///
/// Sources: J. Cohen, "A coefficient of agreement for nominal scales", 1960; the standard errors of
/// J. L. Fleiss, J. Cohen, B. S. Everitt, "Large sample standard errors of kappa and weighted kappa",
/// 1969, eq. 13 and 14; T. Byrt, J. Bishop, J. B. Carlin, "Bias, prevalence and kappa", 1993.
package struct CohenKappa: Equatable, Sendable {
  /// The number of pairs.
  package let n: Int
  /// p_o, and p_e from the two sides' totals.
  package let observed: Measured
  package let expected: Measured
  /// In `-1...1`.
  package let kappa: Measured
  /// Of κ, for intervals.
  package let standardError: Measured
  /// Of κ under the hypothesis κ = 0, for tests of it alone.
  package let nullStandardError: Measured
  /// The largest κ that the totals allow.
  package let maximum: Measured
  /// Prevalence- and bias-adjusted κ over the declared categories.
  package let pabak: Measured
  /// (a − d) / n and (b − c) / n, signed; defined for two declared categories, coded 0 and 1.
  package let prevalenceIndex: Measured
  package let biasIndex: Measured

  /// - Complexity: O(cells + categories used).
  package init(_ table: ContingencyTable, declaredCategories: Int) {
    let sums = KappaSums(table)
    n = sums.n
    guard n > 0 else {
      let none = Measured.undefined(UndefinedReason("no matched pair"))
      (observed, expected, kappa, maximum, pabak) = (none, none, none, none, none)
      (standardError, nullStandardError) = (none, none)
      (prevalenceIndex, biasIndex) = (none, none)
      return
    }
    observed = .value(sums.observed)
    expected = .value(sums.expected)
    pabak =
      declaredCategories < 2
      ? .undefined(UndefinedReason("fewer than two categories are declared"))
      : .value(
        (Double(declaredCategories) * sums.observed - 1) / Double(declaredCategories - 1)
      )
    (prevalenceIndex, biasIndex) = Self.indices(table, sums, declaredCategories)

    if sums.hasVariation {
      kappa = .value(sums.kappa)
      maximum = .value((sums.largestObserved - sums.expected) / (1 - sums.expected))
      standardError = .value(sums.standardError)
      nullStandardError = .value(sums.nullStandardError)
    } else {
      let none = Measured.undefined(UndefinedReason("only one category was used"))
      (kappa, maximum, standardError, nullStandardError) = (none, none, none, none)
    }
  }

  /// κ ∓ 1.96 standard errors, not clipped; `nil` where κ is undefined.
  package var interval95: (low: Double, high: Double)? {
    guard let kappa = kappa.value, let error = standardError.value else { return nil }
    let reach = 1.959963984540054 * error
    return (kappa - reach, kappa + reach)
  }

  private static func indices(
    _ table: ContingencyTable,
    _ sums: KappaSums,
    _ declaredCategories: Int
  ) -> (prevalence: Measured, bias: Measured) {
    guard declaredCategories == 2 else {
      let none = Measured.undefined(UndefinedReason("defined for two categories only"))
      return (none, none)
    }
    func count(_ row: Int32, _ column: Int32) -> Int {
      table.counts[ContingencyTable.Cell(row: row, column: column)] ?? 0
    }
    let n = Double(sums.n)
    return (
      .value(Double(count(0, 0) - count(1, 1)) / n),
      .value(Double(count(0, 1) - count(1, 0)) / n)
    )
  }
}

/// The sums of κ over a table with at least one pair.
private struct KappaSums {
  let n: Int
  private let cells: [(cell: ContingencyTable.Cell, count: Int)]
  private let rows: [Int32: Int]
  private let columns: [Int32: Int]
  /// Categories on either side, ascending: the order of every sum.
  private let categories: [Int32]

  init(_ table: ContingencyTable) {
    cells = table.sortedCells
    n = table.total
    (rows, columns) = table.margins
    categories = Set(rows.keys).union(columns.keys).sorted()
  }

  private func row(_ category: Int32) -> Double { Double(rows[category] ?? 0) / Double(n) }
  private func column(_ category: Int32) -> Double { Double(columns[category] ?? 0) / Double(n) }

  /// Whether chance agreement is below 1: decided on whole numbers.
  var hasVariation: Bool { categories.count > 1 }

  var observed: Double {
    Double(cells.reduce(0) { $0 + ($1.cell.row == $1.cell.column ? $1.count : 0) }) / Double(n)
  }

  var expected: Double {
    categories.reduce(0) { $0 + Double(rows[$1] ?? 0) * Double(columns[$1] ?? 0) }
      / (Double(n) * Double(n))
  }

  var kappa: Double { (observed - expected) / (1 - expected) }

  /// Σ min(p_i·, p_·i).
  var largestObserved: Double {
    Double(categories.reduce(0) { $0 + min(rows[$1] ?? 0, columns[$1] ?? 0) }) / Double(n)
  }

  /// The square root of Σ p_ij ([i = j] − (p_·i + p_j·)(1 − κ))² − (κ − p_e (1 − κ))² over n (1 − p_e)² (equation 13).
  var standardError: Double {
    // Full agreement makes κ = 1 for certain.
    if cells.allSatisfy({ $0.cell.row == $0.cell.column }) { return 0 }
    let kappa = kappa
    func term(_ entry: (cell: ContingencyTable.Cell, count: Int)) -> Double {
      let agrees = entry.cell.row == entry.cell.column ? 1.0 : 0
      let weight = column(entry.cell.row) + row(entry.cell.column)
      let distance = agrees - weight * (1 - kappa)
      return Double(entry.count) / Double(n) * distance * distance
    }
    // The diagonal and both triangles, each in the order of the other: exchanging A and B exchanges the
    // triangles and changes no bit.
    var (diagonal, upper, lower) = (0.0, 0.0, 0.0)
    for entry in cells where entry.cell.row == entry.cell.column { diagonal += term(entry) }
    for entry in cells where entry.cell.row < entry.cell.column { upper += term(entry) }
    let turned = cells.sorted { ($0.cell.column, $0.cell.row) < ($1.cell.column, $1.cell.row) }
    for entry in turned where entry.cell.row > entry.cell.column { lower += term(entry) }
    let sum = diagonal + (upper + lower)
    let centre = kappa - expected * (1 - kappa)
    return root(sum - centre * centre)
  }

  /// As equation 14, its double sum over all categories written out in single sums.
  var nullStandardError: Double {
    let expected = expected
    var crossed = 0.0
    for category in categories {
      let (row, column) = (row(category), column(category))
      crossed += row * column * (row + column)
    }
    return root(expected + expected * expected - crossed)
  }

  private func root(_ variance: Double) -> Double {
    // A side that used one category only makes κ = 0 for certain. That is decided on whole numbers;
    // rounding would leave a little variance.
    if rows.count == 1 || columns.count == 1 { return 0 }
    return (max(0, variance) / Double(n)).squareRoot() / (1 - expected)
  }
}
