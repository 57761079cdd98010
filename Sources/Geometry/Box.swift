/// An axis-aligned rectangle in pixels; the origin is the image's top left corner, y grows downwards.
package struct Box: Hashable, Sendable, Codable {
  /// Left edge.
  package var x: Double
  /// Top edge.
  package var y: Double
  /// Extent to the right; not necessarily positive in a box that was read from a file.
  package var width: Double
  /// Extent downwards; not necessarily positive in a box that was read from a file.
  package var height: Double

  package init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The box between two corners; inverted corners give negative sides, never an exchange.
  package init(left: Double, top: Double, right: Double, bottom: Double) {
    self.init(x: left, y: top, width: right - left, height: bottom - top)
  }

  package var right: Double { x + width }
  package var bottom: Double { y + height }

  /// Width × height in px², and 0 for a box without extent.
  package var area: Double { width > 0 && height > 0 ? width * height : 0 }

  /// The smallest box around this one and another.
  package func union(_ other: Box) -> Box {
    Box(
      left: min(x, other.x),
      top: min(y, other.y),
      right: max(right, other.right),
      bottom: max(bottom, other.bottom)
    )
  }
}

extension Box: Comparable {
  /// Reading order by left, top, width, height: a total order for finite boxes.
  package static func < (lhs: Box, rhs: Box) -> Bool {
    (lhs.x, lhs.y, lhs.width, lhs.height) < (rhs.x, rhs.y, rhs.width, rhs.height)
  }
}
