extension Box {
  /// Generalised IoU: IoU less the share of the enclosing box that neither box covers.
  ///
  /// - Returns: A number in `-1...1`; −1 is approached by boxes that lie far apart, and 0 is given where
  ///   neither box has an extent. Swapping the boxes gives the same bits.
  ///
  /// Source: H. Rezatofighi et al., "Generalized Intersection over Union", 2019, algorithm 1.
  package func generalisedIoU(
    with other: Box,
    convention: IoUConvention = .continuous
  ) -> Double {
    let enclosing = union(other).iouArea(convention)
    guard enclosing > 0 else { return 0 }
    let shared = intersection(with: other, convention: convention)
    let covered = iouArea(convention) + other.iouArea(convention) - shared
    let iou = covered > 0 ? min(shared / covered, 1) : 0
    return iou - max(0, enclosing - covered) / enclosing
  }
}
