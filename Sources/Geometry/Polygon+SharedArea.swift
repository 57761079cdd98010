extension Polygon {
  /// About how many px² lie inside two rings at once.
  ///
  /// Measured along 32 evenly spaced vertical lines across the overlap of their bounds, each standing for
  /// its strip: exact for upright boxes, and within some percent for outlines without detail finer than a
  /// strip. Where a ring crosses itself, inside is told by parity. Rasterising costs many times as much.
  ///
  /// - Complexity: O(points + lines crossed by edges).
  package static func sharedArea(
    _ first: ArraySlice<Double>,
    _ second: ArraySlice<Double>
  ) -> Double {
    var meter = SharedAreaMeter()
    return meter.sharedArea(first, bounds(first), second, bounds(second))
  }
}
