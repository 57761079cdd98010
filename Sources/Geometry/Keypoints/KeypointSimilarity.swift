import Glibc

/// Object keypoint similarity (OKS).
///
/// Source: COCO keypoint evaluation; M. R. Ronchi, P. Perona, "Benchmarking and Error Diagnosis in
/// Multi-Instance Pose Estimation", 2017.
package struct KeypointSimilarity: Sendable {
  /// One for each keypoint: its standard deviation as a share of the object's scale √area.
  package let sigmas: [Double]

  package init(sigmas: [Double]) { self.sigmas = sigmas }

  /// A keypoint as the similarity sees it.
  package struct Point: Hashable, Sendable {
    package var x: Double
    package var y: Double
    /// Whether its place was annotated.
    package var isLabelled: Bool

    package init(x: Double, y: Double, isLabelled: Bool) {
      self.x = x
      self.y = y
      self.isLabelled = isLabelled
    }
  }

  /// COCO's 17 of a person, from nose to ankles.
  package static let cocoPerson = KeypointSimilarity(sigmas: [
    0.026, 0.025, 0.025, 0.035, 0.035, 0.079, 0.079, 0.072, 0.072, 0.062, 0.062, 0.107, 0.107,
    0.087,
    0.087, 0.089, 0.089,
  ])

  /// Similarity of a candidate to a reference, exactly as pycocotools computes it.
  ///
  /// The mean of exp(−d²/(2·(2σ)²·area)) over the reference's labelled keypoints. Without one, d is how
  /// far the candidate's points lie outside the reference's box grown to three times its sides.
  ///
  /// `area`: Of the reference, in px².
  /// `box`: Of the reference.
  /// - Returns: A number in `0...1`.
  package func oks(
    of candidate: some Collection<Point>,
    to reference: some Collection<Point>,
    area: Double,
    box: Box
  ) -> Double {
    precondition(candidate.count == sigmas.count && reference.count == sigmas.count)
    let hasLabels = reference.contains(where: \.isLabelled)
    var (sum, count) = (0.0, 0)
    for ((own, other), sigma) in zip(zip(candidate, reference), sigmas)
    where other.isLabelled || !hasLabels {
      let (dx, dy) =
        hasLabels
        ? (own.x - other.x, own.y - other.y)
        : (
          Self.outside(own.x, box.x - box.width, box.x + box.width * 2),
          Self.outside(own.y, box.y - box.height, box.y + box.height * 2)
        )
      let variance = (sigma * 2) * (sigma * 2)
      sum += exp(-((dx * dx + dy * dy) / variance / (area + 0x1p-52) / 2))
      count += 1
    }
    return count > 0 ? sum / Double(count) : 0
  }

  /// Similarity of two annotators' keypoints of one object, of whom neither is the reference.
  ///
  /// As `oks`, with the geometric mean of the areas, over the keypoints that either labelled; one that
  /// only one labelled counts 0. Swapping the two gives the same bits.
  ///
  /// - Returns: A number in `0...1`, or `nil` where neither labelled a keypoint or an area is 0.
  package func mutual(
    _ a: some Collection<Point>,
    area areaA: Double,
    _ b: some Collection<Point>,
    area areaB: Double
  ) -> Double? {
    let area = (areaA * areaB).squareRoot()
    guard area > 0 else { return nil }
    var (sum, count) = (0.0, 0)
    for ((own, other), sigma) in zip(zip(a, b), sigmas) where own.isLabelled || other.isLabelled {
      count += 1
      guard own.isLabelled, other.isLabelled else { continue }
      let (dx, dy) = (own.x - other.x, own.y - other.y)
      sum += exp(-((dx * dx + dy * dy) / ((sigma * 2) * (sigma * 2)) / area / 2))
    }
    return count > 0 ? sum / Double(count) : nil
  }

  /// How far a value lies outside a range.
  private static func outside(_ value: Double, _ low: Double, _ high: Double) -> Double {
    max(0, low - value) + max(0, value - high)
  }
}
