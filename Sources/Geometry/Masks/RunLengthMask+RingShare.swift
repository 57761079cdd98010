extension RunLengthMask {
  /// Between which limits the share lies of a ring's pixels that this mask covers, told without rasterising the ring.
  ///
  /// The pixels that `rasterised` gives a ring lie within a pixel of its bounds, and their number is its area, give
  /// or take `slack`: what the mask covers there, and what it leaves out, limits the share from both sides.
  ///
  /// `shape` is that of the ring; `ring` is `x0, y0, x1, y1, …` in pixels.
  /// - Returns: Limits that may lie outside 0...1, or `nil` for a ring that may cross itself, leaves the image, or is
  ///   so small that nothing can be said.
  /// - Complexity: O(points + runs); rasterising takes ten times as long and more.
  package func shareCovered(
    ofRing ring: ArraySlice<Double>,
    _ shape: OutlineShape
  ) -> ClosedRange<Double>? {
    guard !shape.mayCross, !shape.isIncomplete, let bounds = shape.bounds,
      bounds.x >= 0, bounds.y >= 0, bounds.right <= Double(width), bounds.bottom <= Double(height),
      max(width, height) <= Self.longestSide
    else { return nil }
    // Fewer pixels than these the ring does not have.
    let pixels = shape.area - Self.slack(ofRing: ring)
    guard pixels > 0 else { return nil }
    let columns = max(0, Int(bounds.x) - 1)..<min(width, Int(bounds.right) + 2)
    let rows = max(0, Int(bounds.y) - 1)..<min(height, Int(bounds.bottom) + 2)
    let covered = area(columns: columns, rows: rows)
    let left = columns.count * rows.count - covered
    let lower = 1 - Double(left) / pixels
    return lower...max(lower, Double(covered) / pixels)
  }

  /// How many pixels a ring may have more, or fewer, than its area says, where its edges do not cross.
  ///
  /// With V the sum of |Δx| and |Δy| over the n edges: points are moved to a grid of 1/5 px, by 0.15 px at most,
  /// which sweeps over 0.15·V + 0.05·n px² at most. In the middle of each column an edge is then met within 0.61 px
  /// of where it is, |Δx| + 1 times at most, |Δx| being up to 0.2 px longer now. And what a ring has in the middle of
  /// a column differs from its mean there by no more than its edges rise in it, |Δy| together. That is less than
  /// 1.3·V + n.
  private static func slack(ofRing ring: ArraySlice<Double>) -> Double {
    ring.withUnsafeBufferPointer { points in
      let count = points.count / 2
      guard count > 0 else { return 0 }
      var (x, y, length) = (points[2 * count - 2], points[2 * count - 1], 0.0)
      for point in 0..<count {
        let (nextX, nextY) = (points[2 * point], points[2 * point + 1])
        length += abs(nextX - x) + abs(nextY - y)
        (x, y) = (nextX, nextY)
      }
      return 1.3 * length + Double(count)
    }
  }

  /// The number of foreground pixels in some columns and rows of the image.
  ///
  /// - Complexity: O(runs).
  func area(columns: Range<Int>, rows: Range<Int>) -> Int {
    guard height > 0, !columns.isEmpty, !rows.isEmpty else { return 0 }
    let (first, last) = (columns.lowerBound * height, columns.upperBound * height)
    var (position, isForeground, area) = (0, false, 0)
    for run in runs {
      let end = position + Int(run)
      if isForeground, end > first {
        area +=
          pixels(before: min(end, last), in: rows) - pixels(before: max(position, first), in: rows)
      }
      guard end < last else { break }
      position = end
      isForeground.toggle()
    }
    return area
  }

  /// The pixels before a position in column order that lie in some rows.
  private func pixels(before position: Int, in rows: Range<Int>) -> Int {
    let (column, row) = position.quotientAndRemainder(dividingBy: height)
    return column * rows.count + min(max(row - rows.lowerBound, 0), rows.count)
  }
}
