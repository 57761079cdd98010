import Glibc

/// How far the edges of a box may be off, and what IoU that leaves.
///
/// Deviations are in pixels and at least 0; the box has two sides above 0.
package struct BoxTolerance: Hashable, Sendable {
  package let width: Double
  package let height: Double

  /// The way in which edges are off.
  package enum Deviation: String, CaseIterable, Sendable {
    /// Every edge lies outside its place: a loose box.
    case outward
    /// Every edge lies inside its place: a box that cuts the object.
    case inward
    /// The box lies to one side and up or down by as much, at its right size.
    case shifted
  }

  /// `nil` for sides that are not above 0, or so long that the area is no finite number.
  package init?(width: Double, height: Double) {
    guard width > 0, height > 0, (width + height) * (width + height) < .infinity,
      width * height > 0
    else { return nil }
    self.width = width
    self.height = height
  }

  /// The IoU with the right box, 0...1.
  package func iou(_ deviation: Deviation, by pixels: Double) -> Double {
    precondition(pixels >= 0, "a deviation is at least 0")
    let area = width * height
    switch deviation {
    case .outward:
      return area / ((width + 2 * pixels) * (height + 2 * pixels))
    case .inward:
      return max(0, width - 2 * pixels) * max(0, height - 2 * pixels) / area
    case .shifted:
      let common = max(0, width - pixels) * max(0, height - pixels)
      return common / (2 * area - common)
    }
  }

  /// The deviation that leaves just this IoU, above 0 and at most 1.
  ///
  /// Each is the root of a quadratic equation, in the form that does not lose digits near an IoU of 1.
  package func pixels(_ deviation: Deviation, leaving iou: Double) -> Double {
    precondition(iou > 0 && iou <= 1, "an IoU lies in 0...1, and 0 leaves everything open")
    let (area, sum) = (width * height, width + height)
    switch deviation {
    case .outward:
      // (w + 2t)(h + 2t) = wh / τ
      let more = area * (1 / iou - 1)
      return more / (sum + (sum * sum + 4 * more).squareRoot())
    case .inward:
      // (w − 2t)(h − 2t) = τ · wh
      let less = area * (1 - iou)
      return less / (sum + max(0, sum * sum - 4 * less).squareRoot())
    case .shifted:
      // (w − t)(h − t) = 2τ · wh / (1 + τ)
      let less = area * (1 - iou) / (1 + iou)
      return 2 * less / (sum + max(0, sum * sum - 4 * less).squareRoot())
    }
  }
}
