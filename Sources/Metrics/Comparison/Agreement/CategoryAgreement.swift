package import Findings
import Statistics

/// Everything that follows from how often, in each image, one category met another: counts, dice, κ, α.
///
/// One state and one bootstrap serve all of it.
package struct CategoryAgreement: ComparisonMetric {
  /// A new reading is a file and a line here.
  static let readings: [any CategoryReading.Type] = [
    ObjectCounts.self,
    DiceAgreement.self,
    CategoryKappa.self,
    KrippendorffAlpha.self,
  ]

  package static let about = MetricAbout(
    id: "category-agreement",
    version: 1,
    outputs: readings.flatMap { $0.about.outputs },
    source: "J. Cohen, 1960; L. R. Dice, 1945; K. Krippendorff, 2011"
  )

  package static var abouts: [MetricAbout] { readings.map { $0.about } }

  package struct State: Mergeable, Codable, Equatable {
    var cells = CategoryCells()
    var absorbed = Sides(a: 0, b: 0)
    var unknown = Sides(a: 0, b: 0)
    var agnosticMismatches = 0

    package mutating func merge(_ other: State) {
      cells.merge(other.cells)
      for side in Side.allCases {
        absorbed[side] += other.absorbed[side]
        unknown[side] += other.unknown[side]
      }
      agnosticMismatches += other.agnosticMismatches
    }
  }

  private let context: ComparisonContext

  package init(_ context: ComparisonContext) { self.context = context }

  package func initial() -> State { State() }

  package func update(_ state: inout State, with images: [ComparedImage]) {
    for image in images {
      state.cells.add(image)
      state.agnosticMismatches += image.agnosticMismatches
      for side in Side.allCases {
        state.absorbed[side] += image.absorbed[side]
        state.unknown[side] += image.unmatched[side].count { $0.isUnknown }
      }
    }
  }

  package func records(from state: State, bootstrap: ImageBootstrap) async -> [MetricRecord] {
    let categories = context.categories.count
    let cells = state.cells
    let alphas = cells.imageAlphas
    let whole = CellSums(cells, alphas: alphas, weights: nil, categories: categories)
    let readings = Self.readings.map { $0.init(context) }
    let statistics = readings.flatMap { $0.resampled(state, whole) }
    let intervals = await bootstrap.intervals(
      images: context.imageCount,
      support: statistics.map(\.support)
    ) { weights in
      let sums = CellSums(cells, alphas: alphas, weights: weights, categories: categories)
      return statistics.map { $0.value(sums).value }
    }
    return readings.flatMap { $0.plain(state, whole) }
      + statistics.enumerated().map { position, statistic in
        MetricRecord(
          statistic.id,
          statistic.slice,
          statistic.value(whole),
          n: statistic.n,
          interval: intervals.isEmpty ? nil : intervals[position]
        )
      }
  }
}
