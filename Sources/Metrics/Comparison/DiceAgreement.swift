package import Findings
import Statistics

/// The share of objects on which two annotators agree, in place and category.
package struct DiceAgreement: CategoryCellMetric {
  package static let about = MetricAbout(
    id: "dice-agreement",
    version: 1,
    outputs: [
      .init(
        id: "dice",
        summary: "agreement on objects: found by both, with the same category",
        unit: "share",
        formula: "2·m_c / (n_A,c + n_B,c), m_c = matched pairs of the same category; n = n_A + n_B"
      ),
      .init(
        id: "dice-any-category",
        summary: "agreement on objects, whatever they were called",
        unit: "share",
        formula: "2·m / (n_A + n_B); n = n_A + n_B"
      ),
    ],
    source: "L. R. Dice, 1945; for detections equal to F1"
  )

  private let context: ComparisonContext

  package init(_ context: ComparisonContext) { self.context = context }

  package func records(from state: CategoryCells, bootstrap: ImageBootstrap) async -> [MetricRecord]
  {
    let categories = context.categories.count
    let (overall, byCategory) = state.totals(categories: categories)
    let used = byCategory.indices.filter { byCategory[$0].union > 0 }
    let support = [overall.images, overall.images] + used.map { byCategory[$0].images }
    let intervals = await bootstrap.intervals(
      images: context.imageCount,
      support: support
    ) { weights in
      let (overall, byCategory) = state.totals(weights: weights, categories: categories)
      return [Self.dice(overall, overall.agreed).value, Self.dice(overall, overall.matched).value]
        + used.map { Self.dice(byCategory[$0], byCategory[$0].agreed).value }
    }

    var records: [MetricRecord] = []
    func add(_ id: String, _ slice: SliceLabel, _ totals: ObjectTotals, _ pairs: Int) {
      let interval = records.count < intervals.count ? intervals[records.count] : nil
      let n = totals.objects.a + totals.objects.b
      records.append(MetricRecord(id, slice, Self.dice(totals, pairs), n: n, interval: interval))
    }
    add("dice", .overall, overall, overall.agreed)
    add("dice-any-category", .overall, overall, overall.matched)
    for category in used {
      let totals = byCategory[category]
      add("dice", context.slice(Int32(category)), totals, totals.agreed)
    }
    return records
  }

  private static func dice(_ totals: ObjectTotals, _ pairs: Int) -> Measured {
    let objects = totals.objects.a + totals.objects.b
    guard objects > 0 else { return .undefined(UndefinedReason("neither side has an object")) }
    return .value(Double(2 * pairs) / Double(objects))
  }
}
