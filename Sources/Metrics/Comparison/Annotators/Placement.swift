import Geometry
import Glibc

/// The two boxes of one object.
struct Placement: Hashable, Comparable, Codable, Sendable {
  var image: Int32
  var category: Int32
  private var a: Box
  private var b: Box

  /// `nil` where a box has no extent, so that no ratio exists.
  init?(image: Int32, category: Int32, boxes: Sides<Box>) {
    guard boxes.a.area > 0, boxes.b.area > 0 else { return nil }
    self.image = image
    self.category = category
    a = boxes.a
    b = boxes.b
  }

  /// An order that stays when the sides are exchanged, so that sums do too.
  static func < (lhs: Placement, rhs: Placement) -> Bool {
    if lhs.image != rhs.image { return lhs.image < rhs.image }
    if lhs.category != rhs.category { return lhs.category < rhs.category }
    let (left, right) = (lhs.ordered, rhs.ordered)
    if left.first != right.first { return left.first < right.first }
    return left.second != right.second ? left.second < right.second : lhs.a < rhs.a
  }

  private var ordered: (first: Box, second: Box) { a < b ? (a, b) : (b, a) }

  /// The area of B's box in px².
  var referenceArea: Double { b.area }

  private func box(of side: Side) -> Box { side == .a ? a : b }

  /// ½·ln(area / other area): the log ratio of the sides of two squares of these areas.
  ///
  /// The two sides have the same number with opposite signs, to the bit.
  func tightness(of side: Side) -> Double {
    let (own, other) = (box(of: side).area, box(of: side.other).area)
    return own >= other ? log(own / other) / 2 : -log(other / own) / 2
  }

  /// Distance of the centres ÷ √(other area).
  func centreShift(of side: Side) -> Double {
    let x = (a.x + a.width / 2) - (b.x + b.width / 2)
    let y = (a.y + a.height / 2) - (b.y + b.height / 2)
    return (x * x + y * y).squareRoot() / box(of: side.other).area.squareRoot()
  }

  /// How far an edge lies outside the other box's, in px or as a share of the other box's side.
  func offset(of side: Side, at edge: BoxEdge, relative: Bool) -> Double {
    let (own, other) = (box(of: side), box(of: side.other))
    let offset = edge.outward(own, from: other)
    return relative ? offset / edge.side(of: other) : offset
  }

  /// The same at each edge, in the order of `BoxEdge.allCases`.
  func offsets(of side: Side, relative: Bool) -> SIMD4<Double> {
    let (own, other) = (box(of: side), box(of: side.other))
    let offsets = SIMD4(
      other.x - own.x,
      other.y - own.y,
      own.right - other.right,
      own.bottom - other.bottom
    )
    return relative
      ? offsets / SIMD4(other.width, other.height, other.width, other.height) : offsets
  }
}
