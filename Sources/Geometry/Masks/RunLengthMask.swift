/// A mask of an image as lengths of runs, column by column, background first (COCO's RLE).
///
/// In canonical form: no run but the first is empty, and the runs cover the image.
package struct RunLengthMask: Hashable, Sendable {
  package let height: Int
  package let width: Int
  package let runs: [UInt32]

  /// Takes runs of any form that cover the image exactly; `nil` where they do not.
  package init?(height: Int, width: Int, runs: ArraySlice<UInt32>) {
    guard height >= 0, width >= 0 else { return nil }
    let (size, overflows) = height.multipliedReportingOverflow(by: width)
    guard !overflows, size <= Int(UInt32.max) else { return nil }
    var canonical: [UInt32] = []
    var covered = 0
    var isForeground = false
    for run in runs {
      covered += Int(run)
      // Of a hostile file the sum of runs may not fit one.
      guard covered <= size else { return nil }
      // Runs alternate, so an empty one joins its neighbours.
      if run == 0 && !canonical.isEmpty {
        isForeground.toggle()
        continue
      }
      if canonical.count % 2 == (isForeground ? 1 : 0) {
        canonical.append(run)
      } else {
        canonical[canonical.count - 1] += run
      }
      isForeground.toggle()
    }
    guard covered == size else { return nil }
    self.init(height: height, width: width, canonical: canonical)
  }

  /// Takes runs of any form that cover the image exactly; `nil` where they do not.
  package init?(height: Int, width: Int, runs: [UInt32]) {
    self.init(height: height, width: width, runs: runs[...])
  }

  init(height: Int, width: Int, canonical: [UInt32]) {
    self.height = height
    self.width = width
    runs = canonical
  }

  /// The number of foreground pixels.
  package var area: Int {
    var area = 0
    for position in stride(from: 1, to: runs.count, by: 2) { area += Int(runs[position]) }
    return area
  }

  /// The smallest box around the foreground, in whole pixels; empty at the origin without foreground.
  package var bounds: Box {
    guard height > 0, runs.count > 1 else { return Box(x: 0, y: 0, width: 0, height: 0) }
    var (left, right, top, bottom) = (width, 0, height, 0)
    forEachForegroundRun { start, end in
      let (first, last) = (start / height, (end - 1) / height)
      left = min(left, first)
      right = max(right, last)
      // A run that goes on in the next column touches both edges.
      top = min(top, first == last ? start % height : 0)
      bottom = max(bottom, first == last ? (end - 1) % height : height - 1)
    }
    return Box(
      x: Double(left),
      y: Double(top),
      width: Double(right - left + 1),
      height: Double(bottom - top + 1)
    )
  }

  /// Calls `body` with start and end (exclusive) of each run of foreground, as positions in column order.
  func forEachForegroundRun(_ body: (Int, Int) -> Void) {
    var position = 0
    for (index, run) in runs.enumerated() {
      if index % 2 == 1 && run > 0 { body(position, position + Int(run)) }
      position += Int(run)
    }
  }
}
