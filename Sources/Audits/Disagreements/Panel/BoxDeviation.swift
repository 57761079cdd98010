import Geometry

/// Where a box differs from another one.
struct BoxDeviation {
  /// How far each edge lies outside, in px.
  private let offsets: [(edge: BoxEdge, outward: Double)]

  init(_ box: Box, from reference: Box) {
    offsets = BoxEdge.allCases.map { ($0, $0.outward(box, from: reference)) }
  }

  /// The edge that makes more than half of the difference, or whether the box is larger or smaller on all
  /// sides; empty where neither can be said.
  var text: String {
    let total = offsets.reduce(0) { $0 + abs($1.outward) }
    guard total > 0, total.isFinite,
      let most = offsets.max(by: { abs($0.outward) < abs($1.outward) })
    else { return "" }
    if abs(most.outward) > total / 2 {
      let side = most.outward > 0 ? "outside" : "inside"
      return " at the \(most.edge.rawValue), "
        + "\(abs(most.outward).messageText(decimals: 1)) px \(side)"
    }
    if offsets.allSatisfy({ $0.outward > 0 }) { return ", larger on all sides" }
    return offsets.allSatisfy { $0.outward < 0 } ? ", smaller on all sides" : ""
  }
}
