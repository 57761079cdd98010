extension RunLengthMask {
  /// The number of pixels that two masks of images of the same size share.
  package func intersectionArea(with other: RunLengthMask) -> Int {
    precondition(height == other.height && width == other.width, "masks are of one image size")
    var area = 0
    walk(with: other) { isOwn, isOther, length in if isOwn && isOther { area += length } }
    return area
  }

  /// Intersection over union, as pycocotools gives it.
  ///
  /// - Returns: A number in `0...1`; 0 where the masks share nothing, two empty ones included.
  package func iou(with other: RunLengthMask) -> Double {
    let shared = intersectionArea(with: other)
    guard shared > 0 else { return 0 }
    return Double(shared) / Double(area + other.area - shared)
  }

  /// The share of this mask that lies inside `region`: COCO's similarity to a crowd region.
  package func coverage(by region: RunLengthMask) -> Double {
    let shared = intersectionArea(with: region)
    return shared == 0 ? 0 : Double(shared) / Double(area)
  }

  package func union(_ other: RunLengthMask) -> RunLengthMask { merged(with: other) { $0 || $1 } }

  package func intersection(_ other: RunLengthMask) -> RunLengthMask {
    merged(with: other) { $0 && $1 }
  }

  package func subtracting(_ other: RunLengthMask) -> RunLengthMask {
    merged(with: other) { $0 && !$1 }
  }

  private func merged(
    with other: RunLengthMask,
    _ isForeground: (Bool, Bool) -> Bool
  ) -> RunLengthMask {
    precondition(height == other.height && width == other.width, "masks are of one image size")
    var builder = RunBuilder()
    walk(with: other) { builder.add($2, isForeground: isForeground($0, $1)) }
    return RunLengthMask(height: height, width: width, canonical: builder.runs)
  }

  /// Calls `body` with the longest stretches in which neither mask changes.
  private func walk(with other: RunLengthMask, _ body: (Bool, Bool, Int) -> Void) {
    var (own, others) = (0, 0)
    var left = Int(runs.first ?? 0)
    var otherLeft = Int(other.runs.first ?? 0)
    while true {
      while left == 0 {
        own += 1
        guard own < runs.count else { return }
        left = Int(runs[own])
      }
      while otherLeft == 0 {
        others += 1
        guard others < other.runs.count else { return }
        otherLeft = Int(other.runs[others])
      }
      let length = min(left, otherLeft)
      body(own % 2 == 1, others % 2 == 1, length)
      left -= length
      otherLeft -= length
    }
  }
}

/// Collects stretches of pixels into canonical runs.
struct RunBuilder {
  private(set) var runs: [UInt32] = []

  mutating func add(_ length: Int, isForeground: Bool) {
    guard length > 0 else { return }
    if runs.isEmpty && isForeground { runs.append(0) }
    // Odd positions are foreground.
    if !runs.isEmpty && (runs.count % 2 == 0) == isForeground {
      runs[runs.count - 1] += UInt32(length)
    } else {
      runs.append(UInt32(length))
    }
  }
}
