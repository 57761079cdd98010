/// Measures `Polygon.sharedArea` of many pairs of rings; its room is kept from pair to pair.
package struct SharedAreaMeter {
  private var sections = LineSections()
  private var otherSections = LineSections()

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
    sections.measure(first, left: left, strip: strip)
    otherSections.measure(second, left: left, strip: strip)
    var length = 0.0
    for line in 0..<LineSections.lines {
      sections.addLength(of: line, sharedWith: &otherSections, to: &length)
      if sum + strip * length >= enough { break }
    }
    return sum + strip * length
  }
}
