/// Measures `Polygon.sharedArea` of many pairs of rings; its room is kept from pair to pair.
package struct SharedAreaMeter {
  private var sections = LineSections()
  private var otherSections = LineSections()

  /// The lines in the order in which they are measured, in two parts: of an object inside another, the first part has
  /// more than half, which is what is mostly asked for.
  private static let parts = [0..<20, 20..<LineSections.lines]

  package init() {}

  /// About how many px² lie inside two rings at once, added to `sum`; no line is looked at after that has reached
  /// `enough`.
  ///
  /// A line takes nothing away, in floating point neither, so that the result reaches `enough` just where that of
  /// all lines does. The bounds are those of the rings, `nil` without a point.
  package mutating func sharedArea(
    _ first: ArraySlice<Double>,
    _ bounds: Box?,
    _ second: ArraySlice<Double>,
    _ otherBounds: Box?,
    addedTo sum: Double = 0,
    upTo enough: Double = .infinity
  ) -> Double {
    guard let bounds, let otherBounds else { return sum }
    let left = max(bounds.x, otherBounds.x)
    let strip = (min(bounds.right, otherBounds.right) - left) / Double(LineSections.lines)
    guard strip > 0, strip.isFinite else { return sum }
    // Of rings one below the other no line is in both.
    guard min(bounds.bottom, otherBounds.bottom) > max(bounds.y, otherBounds.y) else { return sum }
    sections.place(first, left: left, strip: strip)
    otherSections.place(second, left: left, strip: strip)
    var length = 0.0
    for lines in Self.parts {
      sections.cross(first, left: left, strip: strip, at: lines)
      otherSections.cross(second, left: left, strip: strip, at: lines)
      for line in lines {
        sections.addLength(of: line, sharedWith: otherSections, to: &length)
        if sum + strip * length >= enough { return sum + strip * length }
      }
    }
    return sum + strip * length
  }
}
