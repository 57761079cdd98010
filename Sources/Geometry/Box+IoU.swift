/// How the extent of a box is counted.
package enum IoUConvention: String, Sendable, CaseIterable, Codable {
  /// A box from 10 to 20 is 10 px wide (COCO).
  case continuous
  /// A box from 10 to 20 covers the pixels 10…20 and is 11 px wide (Pascal VOC).
  case pixelInclusive = "pixel-inclusive"

  /// What a side gains over the difference of its edges, in pixels.
  package var extra: Double { self == .continuous ? 0 : 1 }
}

extension Box {
  /// The area that two boxes share, in px².
  package func intersection(
    with other: Box,
    convention: IoUConvention = .continuous
  ) -> Double {
    let extra = convention.extra
    let width = min(right, other.right) - max(x, other.x) + extra
    let height = min(bottom, other.bottom) - max(y, other.y) + extra
    return width > 0 && height > 0 ? width * height : 0
  }

  /// Intersection over union (Jaccard index) of two boxes.
  ///
  /// Swapping the boxes gives the same bits.
  ///
  /// - Returns: A number in `0...1`; 0 where neither box has an extent, as in COCO.
  package func iou(with other: Box, convention: IoUConvention = .continuous) -> Double {
    let shared = intersection(with: other, convention: convention)
    guard shared > 0 else { return 0 }
    // x + width − x is not always width.
    guard self != other else { return 1 }
    let union = iouArea(convention) + other.iouArea(convention) - shared
    return min(shared / union, 1)
  }

  /// The share of this box that lies inside `region`: COCO's similarity to a crowd region.
  ///
  /// - Returns: A number in `0...1`; 0 for a box without extent.
  package func coverage(
    by region: Box,
    convention: IoUConvention = .continuous
  ) -> Double {
    let own = iouArea(convention)
    guard own > 0 else { return 0 }
    return min(intersection(with: region, convention: convention) / own, 1)
  }

  func iouArea(_ convention: IoUConvention) -> Double {
    let width = self.width + convention.extra
    let height = self.height + convention.extra
    return width > 0 && height > 0 ? width * height : 0
  }
}
