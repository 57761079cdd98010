import Geometry

/// For each of many boxes, those of the other side that may overlap it by an IoU of at least τ.
///
/// An IoU of τ needs sides of which the shorter has at least τ of the longer: such a box begins in a stretch that the
/// first box alone gives, so that few of 100,000 boxes in one image are looked at. The rest is left to the IoU itself.
struct BoxCandidates {
  /// With fewer pairs than this, looking at all of them costs less.
  static let worthwhile = 1 << 14

  /// Positions of the other side's boxes, by where these begin.
  private let order: [Int]
  /// For each box, a part of `order`.
  private let stretches: [Range<Int>]
  /// How many pairs are left.
  let count: Int

  /// `minimum`: τ, above 0.
  init(_ boxes: [Box], _ others: [Box], minimum: Double) {
    let across = Self(boxes.map { ($0.x, $0.width) }, others.map(\.x), minimum: minimum)
    let down = Self(boxes.map { ($0.y, $0.height) }, others.map(\.y), minimum: minimum)
    self = across.count <= down.count ? across : down
  }

  /// The same along one axis: where each box begins and how far it reaches, and where the others begin.
  private init(_ boxes: [(begin: Double, side: Double)], _ others: [Double], minimum: Double) {
    precondition(minimum > 0, "every box may overlap every other by 0")
    order = others.indices.sorted { (others[$0], $0) < (others[$1], $1) }
    let begins = order.map { others[$0] }
    stretches = boxes.map { begin, side in
      // A pixel more, as the pixel-inclusive convention has it, and another for what is lost by rounding.
      let longest = (max(0, side) + 1) / minimum
      let slack = 1 + 1e-9 * (begin.magnitude + longest)
      let (nearest, farthest) = (begin - longest - slack, begin + max(0, side) + 1 + slack)
      let first = begins.partitioningIndex { !($0 < nearest) }
      return first..<max(first, begins.partitioningIndex { !($0 < farthest) })
    }
    count = stretches.reduce(0) { $0 + $1.count }
  }

  /// Positions of the other side's boxes, in no order that means anything.
  subscript(position: Int) -> ArraySlice<Int> { order[stretches[position]] }
}
