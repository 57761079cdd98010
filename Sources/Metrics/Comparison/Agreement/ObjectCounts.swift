import Findings
import Statistics

/// Matched and unmatched objects, and those that take no part.
struct ObjectCounts: CategoryReading {
  static let about = MetricAbout(
    id: "object-counts",
    version: 1,
    outputs: [
      .init(
        id: "matched",
        summary: "pairs of objects that were taken for the same one, whatever their categories",
        unit: "pairs",
        formula: "m; n = n_A + n_B − m. Of a category: pairs in which a side used it"
      ),
      .init(
        id: "only-a",
        summary: "objects of A that B does not have",
        unit: "objects",
        formula: "n_A − m; n = n_A"
      ),
      .init(
        id: "only-b",
        summary: "objects of B that A does not have",
        unit: "objects",
        formula: "n_B − m; n = n_B"
      ),
      .init(
        id: "absorbed",
        summary: "unmatched objects that lie in a crowd or ignore region of the other side",
        unit: "objects",
        formula: "intersection over the object's own area ≥ τ"
      ),
      .init(
        id: "unknown",
        summary: "unmatched objects of a category that was not annotated exhaustively",
        unit: "objects",
        formula: "LVIS not_exhaustive_category_ids; they also stand in only-a and only-b"
      ),
      .init(
        id: "category-mismatch",
        summary: "matched pairs that got two categories",
        unit: "pairs",
        formula: "count of pairs with c_A ≠ c_B; n = m"
      ),
      .init(
        id: "category-mismatch-agnostic",
        summary: "category mismatches when matching pays no regard to categories",
        unit: "pairs",
        formula: "as category-mismatch, with λ = 0; n = m"
      ),
    ],
    source: "DEFINITIONS §1"
  )

  private let context: ComparisonContext

  init(_ context: ComparisonContext) { self.context = context }

  func plain(_ counts: AgreementCounts) -> [MetricRecord] {
    let (overall, byCategory) = (counts.overall, counts.byCategory)
    var records = records(of: overall, context.part)
    guard context.isWhole else { return records }
    for side in Side.allCases {
      let slice = context.slice(of: side)
      let n = overall.objects[side]
      records.append(
        MetricRecord(
          "absorbed",
          slice,
          count: counts.state.absorbed[side],
          of: n + counts.state.absorbed[side]
        )
      )
      records.append(MetricRecord("unknown", slice, count: counts.state.unknown[side], of: n))
    }
    records.append(
      MetricRecord(
        "category-mismatch-agnostic",
        context.part,
        count: counts.state.agnosticMismatches,
        of: overall.matched
      )
    )
    for (category, totals) in byCategory.enumerated() where totals.union > 0 {
      records += self.records(of: totals, context.slice(Int32(category)))
    }
    return records
  }

  private func records(of totals: ObjectTotals, _ slice: SliceLabel) -> [MetricRecord] {
    [
      MetricRecord("matched", slice, count: totals.matched, of: totals.union),
      MetricRecord("only-a", slice, count: totals.unmatched.a, of: totals.objects.a),
      MetricRecord("only-b", slice, count: totals.unmatched.b, of: totals.objects.b),
      MetricRecord("category-mismatch", slice, count: totals.mismatched, of: totals.matched),
    ]
  }
}
