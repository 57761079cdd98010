import Findings
import Statistics

/// Cohen's κ of the categories of matched pairs, with what must stand beside it.
struct CategoryKappa: CategoryReading {
  static let about = MetricAbout(
    id: "category-kappa",
    version: 1,
    outputs: [
      .init(
        id: "cohen-kappa",
        summary: "agreement beyond chance on the category of matched pairs",
        unit: "",
        formula: "(p_o − p_e) / (1 − p_e); of a category: it against all others; n = matched pairs"
      ),
      .init(
        id: "cohen-kappa-observed",
        summary: "share of matched pairs with the same category",
        unit: "share",
        formula: "p_o"
      ),
      .init(
        id: "cohen-kappa-se",
        summary: "standard error of κ",
        unit: "",
        formula: "non-null asymptotic error of Fleiss, Cohen and Everitt"
      ),
      .init(
        id: "cohen-kappa-pabak",
        summary: "κ as it would be with equal prevalence and without bias",
        unit: "",
        formula: "(K·p_o − 1) / (K − 1), K = declared categories"
      ),
      .init(
        id: "cohen-kappa-prevalence-index",
        summary: "how much more often both chose the category than both did not",
        unit: "",
        formula: "(a − d) / n of the 2 × 2 table"
      ),
      .init(
        id: "cohen-kappa-bias-index",
        summary: "how much more often A chose the category than B",
        unit: "",
        formula: "(b − c) / n of the 2 × 2 table"
      ),
      .init(
        id: "cohen-kappa-max",
        summary: "the largest κ that the two sides' totals allow",
        unit: "",
        formula: "(Σ min(p_i·, p_·i) − p_e) / (1 − p_e)"
      ),
    ],
    source: "J. Cohen, 1960; J. L. Fleiss, J. Cohen, B. S. Everitt, 1969; T. Byrt et al., 1993"
  )

  private let context: ComparisonContext

  init(_ context: ComparisonContext) { self.context = context }

  func resampled(_ counts: AgreementCounts) -> [CellStatistic] {
    let (overall, byCategory) = (counts.overall, counts.byCategory)
    let all = CellStatistic(
      id: "cohen-kappa",
      slice: context.part,
      n: overall.matched,
      support: overall.matchedImages
    ) { sums, resample in
      CohenKappa.kappa(
        n: sums.matched[resample],
        agreed: sums.allAgreed[resample],
        product: Int128(sums.matchedProduct[resample])
      )
    }
    return [all]
      + counts.whole.categories.enumerated().map { position, category in
        CellStatistic(
          id: "cohen-kappa",
          slice: context.slice(category),
          n: overall.matched,
          support: byCategory[Int(category)].matchedImages
        ) { sums, resample in
          Self.kappa(of: position, sums, resample)
        }
      }
  }

  /// κ of a category against all others.
  private static func kappa(of position: Int, _ sums: CellSums, _ resample: Int) -> Measured {
    let row = sums.pairs(position, of: .a, in: resample)
    let column = sums.pairs(position, of: .b, in: resample)
    let kappa = CohenKappa.kappa(
      n: sums.matched[resample],
      row: row,
      column: column,
      both: sums.agreed[position, resample]
    )
    return named(kappa, isUsed: row + column > 0)
  }

  /// "Only one category" is in words that say which, of a category against all others.
  private static func named(_ measured: Measured, isUsed: Bool) -> Measured {
    guard case .undefined(.oneCategory) = measured else { return measured }
    return .undefined(isUsed ? .onlyThisCategory : .notThisCategory)
  }

  func plain(_ counts: AgreementCounts) -> [MetricRecord] {
    let declared = context.categories.count
    let records = records(
      of: CohenKappa(counts.matched, declaredCategories: declared),
      context.part
    ) { $0 }
    guard context.isWhole else { return records }
    return records
      + counts.whole.categories.enumerated().flatMap { position, category in
        let table = Self.table(of: position, counts.whole)
        return self.records(
          of: CohenKappa(table, declaredCategories: 2),
          context.slice(category)
        ) { Self.named($0, isUsed: table.counts.keys.contains { $0.row == 0 || $0.column == 0 }) }
      }
  }

  /// The table of matched pairs with a category as 0 and all others as 1.
  private static func table(of position: Int, _ whole: CellSums) -> ContingencyTable {
    let both = whole.agreed[position, 0]
    let row = whole.pairs(position, of: .a, in: 0)
    let column = whole.pairs(position, of: .b, in: 0)
    var table = ContingencyTable()
    table.add(row: 0, column: 0, count: both)
    table.add(row: 0, column: 1, count: row - both)
    table.add(row: 1, column: 0, count: column - both)
    table.add(row: 1, column: 1, count: whole.matched[0] - row - column + both)
    return table
  }

  /// What stands beside κ.
  private func records(
    of kappa: CohenKappa,
    _ slice: SliceLabel,
    _ named: (Measured) -> Measured
  ) -> [MetricRecord] {
    let beside: [(String, Measured)] = [
      ("cohen-kappa-observed", kappa.observed),
      ("cohen-kappa-se", kappa.standardError),
      ("cohen-kappa-pabak", kappa.pabak),
      ("cohen-kappa-prevalence-index", kappa.prevalenceIndex),
      ("cohen-kappa-bias-index", kappa.biasIndex),
      ("cohen-kappa-max", kappa.maximum),
    ]
    return beside.map { MetricRecord($0.0, slice, named($0.1), n: kappa.n) }
  }
}

extension UndefinedReason {
  fileprivate static let notThisCategory = Self("no matched pair has this category")
  fileprivate static let onlyThisCategory = Self("all matched pairs have this category")
}
