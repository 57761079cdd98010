package import Findings
import Statistics

/// How many objects each side misses, overall, by category and by the complexity of the scene.
package struct MissingObjects: ComparisonMetric {
  package static let about = MetricAbout(
    id: "missing-objects",
    version: 1,
    outputs: [
      .init(
        id: "missing-rate",
        summary: "share of all objects that this side does not have and the other has",
        unit: "share",
        formula: "miss_A = (n_B − m) / (n_A + n_B − m); n = n_A + n_B − m"
      ),
      .init(
        id: "detection-rate",
        summary: "share of the other side's objects that this side has too",
        unit: "share",
        formula: "m / n_B for A; n = n_B"
      ),
      .init(
        id: "images",
        summary: "images that were compared",
        unit: "images",
        formula: "count; n = all compared images"
      ),
      .init(
        id: "jaccard-any-category",
        summary: "share of all objects that both sides have",
        unit: "share",
        formula: "m / (n_A + n_B − m); n = n_A + n_B − m"
      ),
      .init(
        id: "iou-mean-any-category",
        summary: "mean IoU of all matched pairs, whatever their categories",
        unit: "IoU",
        formula: "Σ IoU / m; n = m"
      ),
    ],
    source: "DEFINITIONS §3–4"
  )

  /// Counts of all objects, or of one category.
  struct Counts: Mergeable, Codable, Equatable {
    var matched = 0
    var unmatched = Sides(a: 0, b: 0)

    var union: Int { matched + unmatched.a + unmatched.b }

    mutating func merge(_ other: Counts) {
      matched += other.matched
      unmatched.a += other.unmatched.a
      unmatched.b += other.unmatched.b
    }
  }

  package struct State: Mergeable, Codable, Equatable {
    var images = 0
    /// Of all pairs.
    var iou = ExactSum()
    var all = Counts()
    /// By category code.
    var byCategory: [Counts]

    package mutating func merge(_ other: State) {
      images += other.images
      iou.merge(other.iou)
      all.merge(other.all)
      for index in byCategory.indices { byCategory[index].merge(other.byCategory[index]) }
    }
  }

  private let context: ComparisonContext

  package init(_ context: ComparisonContext) { self.context = context }

  package func initial() -> State {
    State(byCategory: [Counts](repeating: Counts(), count: context.categories.count))
  }

  package func update(_ state: inout State, with images: ComparedImages) {
    state.images += images.count
    state.all.matched += images.pairs.count
    for pair in images.pairs {
      state.iou.add(pair.iou)
      state.byCategory[Int(pair.categories.a)].matched += 1
      if !pair.agrees { state.byCategory[Int(pair.categories.b)].matched += 1 }
    }
    for side in Side.allCases {
      state.all.unmatched[side] += images.unmatched[side].count
      for object in images.unmatched[side] {
        state.byCategory[Int(object.category)].unmatched[side] += 1
      }
    }
  }

  package func figures(from state: State) -> Figures {
    let all = state.all
    var records = missing(all, context.part) + shared(state)
    if context.isWhole { records += detected(all) }
    for (category, sums) in state.byCategory.enumerated() where sums.union > 0 {
      records += missing(sums, context.slice(Int32(category)))
    }
    return Figures(records)
  }

  private func missing(_ sums: Counts, _ slice: SliceLabel) -> [MetricRecord] {
    Side.allCases.map { side in
      MetricRecord(
        "missing-rate",
        slice.with(.annotator, side.rawValue),
        share: sums.unmatched[side.other],
        of: sums.union,
        undefined: "neither side has an object"
      )
    }
  }

  private func detected(_ sums: Counts) -> [MetricRecord] {
    Side.allCases.map { side in
      MetricRecord(
        "detection-rate",
        context.slice(of: side),
        share: sums.matched,
        of: sums.matched + sums.unmatched[side.other],
        undefined: "the other side has no object"
      )
    }
  }

  private func shared(_ state: State) -> [MetricRecord] {
    [
      MetricRecord("images", context.part, count: state.images, of: context.pairing.images.count),
      MetricRecord(
        "jaccard-any-category",
        context.part,
        share: state.all.matched,
        of: state.all.union,
        undefined: "neither side has an object"
      ),
      MetricRecord(
        "iou-mean-any-category",
        context.part,
        state.all.matched > 0
          ? .value(state.iou.value / Double(state.all.matched))
          : .undefined(UndefinedReason("no matched pair")),
        n: state.all.matched
      ),
    ]
  }
}
