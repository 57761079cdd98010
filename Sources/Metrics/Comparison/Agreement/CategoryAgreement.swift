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

  package func update(_ state: inout State, with images: ComparedImages) {
    state.cells.add(images)
    for aside in images.asides {
      state.agnosticMismatches += Int(aside.agnosticMismatches)
      for side in Side.allCases { state.absorbed[side] += Int(aside.absorbed[side]) }
    }
    for side in Side.allCases {
      state.unknown[side] += images.unmatched[side].count { $0.isUnknown }
    }
  }

  package func figures(from state: State) -> Figures {
    let meetings = CategoryMeetings(state.cells, categories: context.categories.count)
    let counts = AgreementCounts(state, meetings, categories: context.categories.count)
    let readings = Self.readings.map { $0.init(context) }
    let plain = readings.flatMap { $0.plain(counts) }
    let statistics = readings.flatMap { $0.resampled(counts) }
    let drawn = statistics.indices.filter {
      statistics[$0].support >= ImageBootstrap.minimumImages
    }
    return Figures(
      plain
        + statistics.map { MetricRecord($0.id, $0.slice, $0.value(counts.whole, 0), n: $0.n) },
      resampled: Resampled(records: drawn.map { plain.count + $0 }) { resamples in
        let sums = meetings.sums(in: resamples)
        return drawn.flatMap { statistic in
          (0..<sums.resamples).map { statistics[statistic].value(sums, $0).value }
        }
      }
    )
  }
}
