import Findings
import Statistics

/// The share of objects on which two annotators agree, in place and category.
struct DiceAgreement: CategoryReading {
  static let about = MetricAbout(
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

  init(_ context: ComparisonContext) { self.context = context }

  func resampled(_ counts: AgreementCounts) -> [CellStatistic] {
    let (overall, byCategory) = (counts.overall, counts.byCategory)
    func statistic(
      _ id: String,
      _ slice: SliceLabel,
      _ totals: ObjectTotals,
      _ value: @escaping @Sendable (CellSums, Int) -> Measured
    ) -> CellStatistic {
      CellStatistic(
        id: id,
        slice: slice,
        n: totals.objects.a + totals.objects.b,
        support: totals.images,
        value: value
      )
    }
    let all = [
      statistic("dice", context.part, overall) {
        Self.dice(pairs: $0.allAgreed[$1], objects: Self.objects($0, $1))
      },
      statistic("dice-any-category", context.part, overall) {
        Self.dice(pairs: $0.matched[$1], objects: Self.objects($0, $1))
      },
    ]
    return all
      + counts.whole.categories.enumerated().map { position, category in
        statistic("dice", context.slice(category), byCategory[Int(category)]) {
          Self.dice(
            pairs: $0.agreed[position, $1],
            objects: $0.objects.a[position, $1] + $0.objects.b[position, $1]
          )
        }
      }
  }

  private static func objects(_ sums: CellSums, _ resample: Int) -> Int {
    sums.count(of: .a, in: resample) + sums.count(of: .b, in: resample)
  }

  private static func dice(pairs: Int, objects: Int) -> Measured {
    guard objects > 0 else { return .undefined(UndefinedReason("neither side has an object")) }
    return .value(Double(2 * pairs) / Double(objects))
  }
}
