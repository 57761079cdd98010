import Annotations
package import Findings
import Geometry
import Statistics

/// How the tightness of two annotators against each other moves over the work of each.
///
/// Without a reference a drift is of both: it is told of each in the order in which that one drew.
package struct MutualDrift: ComparisonMetric {
  package static let about = MetricAbout(
    id: "mutual-drift",
    version: 1,
    outputs: TightnessSeries.outputs,
    source: "DEFINITIONS §5; R. L. Brown, J. Durbin, J. M. Evans, 1975, for the drift"
  )

  package struct State: Mergeable, Codable, Equatable {
    var pairs = PerImageRows<PairRow>()

    package mutating func merge(_ other: State) { pairs.merge(other.pairs) }
  }

  /// The tightness of one pair, seen from A, and when each side drew it.
  struct PairRow: Comparable, Codable, Sendable {
    var image: Int32
    var a: Int64
    var b: Int64
    var tightness: Double

    static func < (lhs: PairRow, rhs: PairRow) -> Bool {
      (lhs.image, lhs.a, lhs.b) < (rhs.image, rhs.a, rhs.b)
    }
  }

  private let context: ComparisonContext
  private let boxes: Sides<[Box]>
  private let sequence: Sides<[Int64]>

  package init(_ context: ComparisonContext) {
    self.context = context
    boxes = Sides(
      a: context.pairing.a.annotations.boxes,
      b: context.pairing.b.annotations.boxes
    )
    sequence = Sides(
      a: context.pairing.a.annotations.sequence,
      b: context.pairing.b.annotations.sequence
    )
  }

  package func initial() -> State { State() }

  package func update(_ state: inout State, with images: ComparedImages) {
    state.pairs.reserve(images.pairs.count)
    for pair in images.pairs where pair.agrees {
      let placement = Placement(
        image: pair.image,
        category: pair.categories.a,
        boxes: Sides(a: boxes.a[pair.a], b: boxes.b[pair.b])
      )
      guard let placement else { continue }
      state.pairs.append(
        PairRow(
          image: placement.image,
          a: sequence.a[pair.a],
          b: sequence.b[pair.b],
          tightness: placement.tightness(of: .a)
        )
      )
    }
  }

  package func figures(from state: State) -> Figures {
    let rows = state.pairs.rows
    let a = Self.inSequence(rows.map { ($0.a, $0.tightness) })
    let b = Self.inSequence(rows.map { ($0.b, -$0.tightness) })
    return Figures(
      TightnessSeries(a).records(context.slice(of: .a))
        + TightnessSeries(b).records(context.slice(of: .b))
    )
  }

  private static func inSequence(_ rows: [(number: Int64, tightness: Double)]) -> [Double] {
    rows.sortedStably { $0.number.radixKey }.map(\.tightness)
  }
}
