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

  func plain(_ state: CategoryAgreement.State, _ whole: CellSums) -> [MetricRecord] {
    let matched = state.cells.matchedTable
    let declared = context.categories.count
    let records = records(of: CohenKappa(matched, declaredCategories: declared), context.part)
    guard context.isWhole else { return records }
    let (_, byCategory) = state.cells.totals(categories: declared)
    let used = byCategory.indices.filter { byCategory[$0].union > 0 }
    return records
      + used.flatMap { category in
        self.records(
          of: CohenKappa(matched.oneVersusRest(Int32(category)), declaredCategories: 2),
          context.slice(Int32(category))
        )
      }
  }

  private func records(of kappa: CohenKappa, _ slice: SliceLabel) -> [MetricRecord] {
    let interval = kappa.interval95.map {
      MetricRecord.Interval(low: $0.low, high: $0.high, method: "asymptotic-95")
    }
    let beside: [(String, Measured)] = [
      ("cohen-kappa-observed", kappa.observed),
      ("cohen-kappa-se", kappa.standardError),
      ("cohen-kappa-pabak", kappa.pabak),
      ("cohen-kappa-prevalence-index", kappa.prevalenceIndex),
      ("cohen-kappa-bias-index", kappa.biasIndex),
      ("cohen-kappa-max", kappa.maximum),
    ]
    return [MetricRecord("cohen-kappa", slice, kappa.kappa, n: kappa.n, interval: interval)]
      + beside.map { MetricRecord($0.0, slice, $0.1, n: kappa.n) }
  }
}
