/// One of the four edges of a box.
package enum BoxEdge: String, CaseIterable, Sendable {
  case left, top, right, bottom

  /// How far the edge of `box` lies outside that of `reference`, in px; negative where it lies inside.
  package func outward(_ box: Box, from reference: Box) -> Double {
    switch self {
    case .left: reference.x - box.x
    case .top: reference.y - box.y
    case .right: box.right - reference.right
    case .bottom: box.bottom - reference.bottom
    }
  }

  /// The side of `box` that an offset of this edge makes longer: its width or its height.
  package func side(of box: Box) -> Double {
    switch self {
    case .left, .right: box.width
    case .top, .bottom: box.height
    }
  }
}
