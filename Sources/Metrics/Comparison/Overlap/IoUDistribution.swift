package import Findings
import Statistics

/// How well two annotators' boxes of the same object lie on each other.
package struct IoUDistribution: ComparisonMetric {
  package static let about = MetricAbout(
    id: "iou-distribution",
    version: 1,
    outputs: [
      .init(
        id: "iou-mean",
        summary: "mean IoU of matched pairs of the same category",
        unit: "IoU",
        formula: "Σ IoU / m_c; n = m_c"
      ),
      .init(
        id: "iou-sd",
        summary: "standard deviation of that IoU",
        unit: "IoU",
        formula: "√(Σ (IoU − mean)² / (m_c − 1))"
      ),
      .init(id: "iou-min", summary: "smallest IoU", unit: "IoU", formula: "min"),
    ]
      + IoUStatistic.quantiles.map {
        .init(
          id: $0.statistic.id,
          summary: $0.share == 0.5
            ? "median IoU" : "IoU that \(Int($0.share * 100)) % of the pairs do not reach",
          unit: "IoU",
          formula: "type 7 quantile (Hyndman–Fan)"
        )
      } + [
        .init(
          id: "iou-share",
          summary: "share of pairs whose IoU reaches the tier",
          unit: "share",
          formula: "count(IoU ≥ tier) / m_c, tiers .5 .75 .85 .9 in slice iou"
        ),
        .init(
          id: "iou-mean-unmatched-zero",
          summary: "mean IoU, an object without a partner of its category counting 0",
          unit: "IoU",
          formula: "Σ IoU / (n_A + n_B − m_c); n = n_A + n_B − m_c"
        ),
      ],
    source: "R. J. Hyndman, Y. Fan, 1996, for the quantiles"
  )

  /// Pairs of the same category, and how many objects there are to be paired.
  package struct State: Mergeable, Codable, Equatable {
    var pairs = PerImageRows<PairRow>()
    var objects = PerImageRows<ObjectRow>()

    package mutating func merge(_ other: State) {
      pairs.merge(other.pairs)
      objects.merge(other.objects)
    }
  }

  /// One matched pair of the same category.
  struct PairRow: Comparable, Codable, Sendable {
    var image: Int32
    var category: Int32
    var iou: Double

    static func < (lhs: PairRow, rhs: PairRow) -> Bool {
      (lhs.image, lhs.category, lhs.iou) < (rhs.image, rhs.category, rhs.iou)
    }
  }

  /// Objects of one category in one image, on both sides.
  struct ObjectRow: Comparable, Codable, Sendable {
    var image: Int32
    var category: Int32
    var count: Int32

    static func < (lhs: ObjectRow, rhs: ObjectRow) -> Bool {
      (lhs.image, lhs.category, lhs.count) < (rhs.image, rhs.category, rhs.count)
    }
  }

  private let context: ComparisonContext

  package init(_ context: ComparisonContext) { self.context = context }

  package func initial() -> State { State() }

  package func update(_ state: inout State, with images: ComparedImages) {
    var categories: [Int32] = []
    state.pairs.reserve(images.pairs.count)
    for image in images.indices {
      let position = Int32(images.index(of: image))
      categories.removeAll(keepingCapacity: true)
      for pair in images.pairs[images.pairs(of: image)] {
        categories.append(pair.categories.a)
        categories.append(pair.categories.b)
        guard pair.agrees else { continue }
        state.pairs.append(
          PairRow(image: position, category: pair.categories.a, iou: pair.iou)
        )
      }
      for side in Side.allCases {
        for object in images.unmatched[side][images.unmatched(of: image, on: side)] {
          categories.append(object.category)
        }
      }
      categories.sort()
      var start = 0
      while start < categories.count {
        let category = categories[start]
        let end = categories[start...].firstIndex { $0 != category } ?? categories.count
        state.objects.append(
          ObjectRow(image: position, category: category, count: Int32(end - start))
        )
        start = end
      }
    }
  }

  package func figures(from state: State) -> Figures {
    let groups = IoUGroup.all(in: state, categories: context.categories.count)
    var records: [MetricRecord] = []
    var resampled: [(group: IoUGroup, isMeanAlone: Bool)] = []
    var positions: [Int] = []
    for group in groups {
      // Of a category in a part there is the mean alone.
      let isMeanAlone = group.category != nil && !context.isWhole
      let own = self.records(of: group, isMeanAlone ? [.mean] : IoUStatistic.all)
      // Most categories of a large vocabulary are too rare for an interval; resampling them costs.
      if group.imageCount >= ImageBootstrap.minimumImages {
        resampled.append((group, isMeanAlone))
        positions += own.indices.map { records.count + $0 }
      }
      records += own
    }
    return Figures(
      records,
      resampled: Resampled(records: positions) { [resampled] resamples in
        resampled.flatMap { group, isMeanAlone in
          isMeanAlone ? group.means(in: resamples) : group.summary(in: resamples).values
        }
      }
    )
  }

  private func records(of group: IoUGroup, _ statistics: [IoUStatistic]) -> [MetricRecord] {
    let slice = group.category.map(context.slice) ?? context.part
    let summary = group.summary(in: .none)
    return statistics.enumerated().map { position, statistic in
      let reason = summary.n == 0 ? "no matched pair of the same category" : "needs two pairs"
      return MetricRecord(
        statistic.id,
        statistic.tier.map { slice.with(.iou, "\($0)") } ?? slice,
        summary.values[position].map(Measured.value) ?? .undefined(UndefinedReason(reason)),
        n: statistic == .unmatchedZero ? summary.union : summary.n
      )
    }
  }
}
