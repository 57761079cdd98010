import Annotations
import Geometry

/// How far a box reaches over the edges around it, in px by edge; at most 0 where it does not.
struct Overhang {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  /// No overhang yet: what coordinates that went through single precision may be off, in px.
  private static let rounding = 1e-3

  init(of box: Box, over outer: Box) {
    left = outer.x - box.x
    top = outer.y - box.y
    right = box.right - outer.right
    bottom = box.bottom - outer.bottom
  }

  /// Without the image's size only the edges at 0 are known.
  init(of box: Box, over size: ImageSize?) {
    left = -box.x
    top = -box.y
    right = size.map { box.right - Double($0.width) } ?? 0
    bottom = size.map { box.bottom - Double($0.height) } ?? 0
  }

  func exceeds(_ tolerance: Double) -> Bool {
    max(left, top, right, bottom) > tolerance + Self.rounding
  }

  /// The edges where it exceeds the tolerance: `3 px over the left edge and 0.5 px over the top edge`.
  func text(beyond tolerance: Double) -> String {
    let parts = [("left", left), ("top", top), ("right", right), ("bottom", bottom)]
      .filter { $0.1 > tolerance + Self.rounding }
      .map { "\($0.1.messageText) px over the \($0.0) edge" }
    return parts.dropLast().joined(separator: ", ")
      + (parts.count > 1 ? " and " : "") + (parts.last ?? "")
  }
}
