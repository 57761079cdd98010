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

  package func update(_ state: inout State, with images: [ComparedImage]) {
    for image in images {
      for pair in image.pairs where pair.agrees {
        let placement = Placement(
          image: Int32(image.index),
          category: pair.categories.a,
          boxes: Sides(a: boxes.a[pair.a], b: boxes.b[pair.b])
        )
        if let placement { state.pairs.append(placement) }
      }
    }
  }

  package func figures(from state: State) -> Figures {
    let groups = groups(of: state.pairs.rows)
    var records: [MetricRecord] = []
    var resampled: [ImageMeans] = []
    var positions: [Int] = []
    for group in groups {
      let means = group.means
      if means.support >= ImageBootstrap.minimumImages {
        resampled.append(means)
        positions += group.ids.indices.map { records.count + $0 }
      }
      let values = means.means(weights: nil)
      records += zip(group.ids, values).map { id, value in
        MetricRecord(id, group.slice, Self.measured(value), n: means.n)
      }
      if group.isWhole {
        let spread = RobustSpread(group.placements.map { $0.tightness(of: group.side) })
        records.append(
          MetricRecord("tightness-spread", group.slice, spread.normalDeviation, n: means.n)
        )
      }
    }
    return Figures(
      records,
      resampled: Resampled(records: positions) { [resampled] weights in
        resampled.flatMap { $0.means(weights: weights) }
      }
    )
  }

  /// All pairs seen from each side; of the whole comparison also those of each category.
  private func groups(of rows: [Placement]) -> [PlacementGroup] {
    Side.allCases.flatMap { side in
      let slice = context.slice(of: side)
      let all = PlacementGroup(side: side, slice: slice, placements: rows, isWhole: context.isWhole)
      guard context.isWhole else { return [all] }
      let byCategory = Dictionary(grouping: rows, by: \.category).sorted { $0.key < $1.key }
      return [all]
        + byCategory.map { category, rows in
          PlacementGroup(
            side: side,
            slice: slice.with(.category, context.categories[Int(category)]),
            placements: rows,
            isWhole: false
          )
        }
    }
  }

  private static func measured(_ value: Double?) -> Measured {
    value.map(Measured.value)
      ?? .undefined(UndefinedReason("no matched pair of the same category"))
  }
}

/// Pairs seen from one side.
private struct PlacementGroup {
  let side: Side
  let slice: SliceLabel
  let placements: [Placement]
  /// Of a part there is the tightness alone.
  let isWhole: Bool

  var ids: [String] {
    guard isWhole else { return ["tightness-bias"] }
    return ["tightness-bias", "centre-shift"]
      + BoxEdge.allCases.map { "edge-offset-\($0.rawValue)" }
      + BoxEdge.allCases.map { "edge-offset-\($0.rawValue)-px" }
  }

  var means: ImageMeans {
    var columns: [(Placement) -> Double] = [{ $0.tightness(of: side) }]
    if isWhole {
      columns.append { $0.centreShift(of: side) }
      columns += BoxEdge.allCases.map { edge in { $0.offset(of: side, at: edge, relative: true) } }
      columns += BoxEdge.allCases.map { edge in { $0.offset(of: side, at: edge, relative: false) } }
    }
    return ImageMeans(placements, image: { $0.image }, columns: columns)
  }
}
