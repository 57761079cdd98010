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

  /// Of all pairs; then of each category, or of a category in a part the mean alone.
  package func figures(from state: State) -> Figures {
    let (pairs, objects) = (state.pairs.rows, state.objects.rows)
    // One sort serves all: a bucket of sorted values is sorted. Pairs of equal IoU stay in the order of their
    // images.
    let sorted = pairs.sortedStably { $0.iou.radixKey }
    let support = Support(of: pairs, categories: context.categories.count)
    var draft = FiguresDraft()
    add(sorted[...], objects[...], context.part, images: support.all, to: &draft)
    let categories = context.categories.count
    let objectsBy = CategoryBuckets(objects, categories) { $0.category }
    let used = (0..<categories).filter { !objectsBy[$0].isEmpty }
    if context.isWhole {
      let pairsBy = CategoryBuckets(sorted, categories) { $0.category }
      for category in used {
        let slice = context.slice(Int32(category))
        add(
          pairsBy[category],
          objectsBy[category],
          slice,
          images: support.byCategory[category],
          to: &draft
        )
      }
    } else {
      addMeans(of: used, sorted, byImage: pairs, support, to: &draft)
    }
    return draft.figures
  }

  /// Images with a pair; with fewer than a few of them there is too little to draw from.
  private struct Support {
    var all = 0
    var byCategory: [Int]

    /// `pairs`: Image by image.
    init(of pairs: [PairRow], categories: Int) {
      byCategory = [Int](repeating: 0, count: categories)
      var (last, lasts) = (Int32(-1), [Int32](repeating: -1, count: categories))
      for pair in pairs {
        if pair.image != last { all += 1 }
        last = pair.image
        if pair.image != lasts[Int(pair.category)] { byCategory[Int(pair.category)] += 1 }
        lasts[Int(pair.category)] = pair.image
      }
    }
  }

  /// Most categories of a large vocabulary are too rare for an interval; resampling them costs.
  private func isDrawn(images: Int) -> Bool {
    context.isResampled && images >= ImageBootstrap.minimumImages
  }

  /// All numbers of some pairs.
  ///
  /// `sorted`: By IoU.
  private func add(
    _ sorted: ArraySlice<PairRow>,
    _ objects: ArraySlice<ObjectRow>,
    _ slice: SliceLabel,
    images: Int,
    to draft: inout FiguresDraft
  ) {
    let isDrawn = isDrawn(images: images)
    let group = IoUGroup(sorted, objects: objects, isDrawn: isDrawn)
    let records = zip(IoUStatistic.all, group.values).map { statistic, value in
      record(
        statistic,
        statistic.tier.map { slice.with(.iou, "\($0)") } ?? slice,
        value,
        pairs: group.n,
        n: statistic == .unmatchedZero ? group.union : group.n
      )
    }
    guard isDrawn else { return draft.add(records) }
    draft.add(
      Figures(
        records,
        resampled: Resampled(records: Array(records.indices)) { group.values(in: $0) }
      )
    )
  }

  /// The mean alone of each of some categories.
  private func addMeans(
    of categories: [Int],
    _ sorted: [PairRow],
    byImage pairs: [PairRow],
    _ support: Support,
    to draft: inout FiguresDraft
  ) {
    let means = CategoryIoUMeans(sorted, categories: context.categories.count)
    let rows = context.isResampled ? pairs : []
    let rowsBy = CategoryBuckets(rows, context.categories.count) { $0.category }
    for category in categories {
      let n = means.counts[category]
      let records = [
        record(.mean, context.slice(Int32(category)), means[category], pairs: n, n: n)
      ]
      guard isDrawn(images: support.byCategory[category]) else {
        draft.add(records)
        continue
      }
      let drawn = ImageMeans(rowsBy[category], image: { $0.image }, columns: [{ $0.iou }])
      draft.add(Figures(records, resampled: Resampled(records: [0], values: drawn.means)))
    }
  }

  private func record(
    _ statistic: IoUStatistic,
    _ slice: SliceLabel,
    _ value: Double?,
    pairs: Int,
    n: Int
  ) -> MetricRecord {
    let reason = pairs == 0 ? "no matched pair of the same category" : "needs two pairs"
    return MetricRecord(
      statistic.id,
      slice,
      value.map(Measured.value) ?? .undefined(UndefinedReason(reason)),
      n: n
    )
  }
}
