package import Findings
import Geometry
import Annotations
import Statistics

/// How one annotator places boxes against the other's: tighter or looser, and at which edge.
package struct BoxPlacement: ComparisonMetric {
  package static let about = MetricAbout(
    id: "box-placement",
    version: 1,
    outputs: [
      .init(
        id: "tightness-bias",
        summary:
          "how much larger this annotator draws than the other: above 0 looser, below 0 tighter",
        unit: "log ratio",
        formula:
          "mean of ½·ln(area / other area) over matched pairs of the same category; n = pairs"
      ),
      .init(
        id: "tightness-spread",
        summary: "how unevenly this annotator's sizes follow the other's",
        unit: "log ratio",
        formula: "1.4826 · MAD of ½·ln(area / other area); n = pairs"
      ),
      .init(
        id: "centre-shift",
        summary: "how far the centres of the two boxes lie apart",
        unit: "share of √area",
        formula: "mean of the distance ÷ √(other area); n = pairs"
      ),
    ]
      + BoxEdge.allCases.map { edge in
        .init(
          id: "edge-offset-\(edge.rawValue)",
          summary: "how far this annotator's \(edge.rawValue) edge lies outside the other's",
          unit: "share of the side",
          formula: "mean of the signed outward distance ÷ the other box's side; n = pairs"
        )
      }
      + BoxEdge.allCases.map { edge in
        .init(
          id: "edge-offset-\(edge.rawValue)-px",
          summary: "the same in pixels",
          unit: "px",
          formula: "mean of the signed outward distance; n = pairs"
        )
      },
    source: "DEFINITIONS §5; F. R. Hampel, 1974, for the MAD"
  )

  package struct State: Mergeable, Codable, Equatable {
    var pairs = PerImageRows<Placement>()

    package mutating func merge(_ other: State) { pairs.merge(other.pairs) }
  }

  private let context: ComparisonContext
  private let boxes: Sides<[Box]>

  package init(_ context: ComparisonContext) {
    self.context = context
    boxes = Sides(
      a: context.pairing.a.annotations.boxes,
      b: context.pairing.b.annotations.boxes
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
      if let placement { state.pairs.append(placement) }
    }
  }

  package func figures(from state: State) -> Figures {
    let placements = state.pairs.rows
    let tightness = placements.map {
      Tightness(image: $0.image, category: $0.category, value: $0.tightness(of: .a))
    }
    // The spread is the same from either side.
    let spread = RobustSpread(tightness.map(\.value)).normalDeviation
    let means =
      context.isWhole ? PlacementSums(placements, tightness: tightness.map(\.value)).means : nil
    var draft = FiguresDraft()
    for side in Side.allCases {
      let slice = context.slice(of: side)
      if let means {
        draft.add(PlacementSums.ids, slice, means[side])
        draft.add([MetricRecord("tightness-spread", slice, spread, n: placements.count)])
      } else {
        draft.add(["tightness-bias"], slice, Self.bias(tightness[...], of: side))
      }
    }
    guard context.isWhole else { return draft.figures }
    let byCategory = CategoryBuckets(tightness, context.categories.count) { $0.category }
    for category in context.categories.indices {
      let own = byCategory[category]
      guard !own.isEmpty else { continue }
      for side in Side.allCases {
        let slice = context.slice(Int32(category)).with(.annotator, side.rawValue)
        draft.add(["tightness-bias"], slice, Self.bias(own, of: side))
      }
    }
    return draft.figures
  }

  /// A pair's tightness seen from A; from B it has the other sign.
  private struct Tightness {
    var image: Int32
    var category: Int32
    var value: Double
  }

  private static func bias(_ tightness: ArraySlice<Tightness>, of side: Side) -> ImageMeans {
    ImageMeans(
      tightness,
      image: { $0.image },
      columns: [side == .a ? { $0.value } : { -$0.value }]
    )
  }
}
