import Annotations
import Findings
import Geometry
import Statistics

/// Finds the IoU threshold that best separates the overlap of boxes of one image from that of boxes of
/// different images, which have no object in common.
struct ThresholdCalibration {
  /// Best IoU of each object with the other side, in its own image and in others; ascending.
  private let observed: [Double]
  private let expected: [Double]

  /// How many images on the other side's is taken; names are sorted, so neighbours are no accident of
  /// the file.
  private static let offsets = [1, 2, 3]

  /// - Complexity: O(Σ n_A·n_B) over the images.
  init(_ pairing: DatasetPairing, options: MatchingOptions) {
    let boxes = Side.allCases.map { side in
      pairing.images.indices.map { Self.boxes(of: side, imageAt: $0, pairing, options) }
    }
    let count = pairing.images.count
    var (observed, expected) = ([Double](), [Double]())
    for (own, other) in [(0, 1), (1, 0)] {
      for image in 0..<count {
        observed += Self.best(boxes[own][image], boxes[other][image])
        for offset in Self.offsets where offset % count != 0 {
          expected += Self.best(boxes[own][image], boxes[other][(image + offset) % count])
        }
      }
    }
    self.observed = observed.sorted()
    self.expected = expected.sorted()
  }

  var records: [MetricRecord] {
    guard let best else {
      let reason = Measured.undefined(UndefinedReason("needs objects in two images"))
      return ["tau-star", "tau-star-separation"].map { MetricRecord($0, .overall, reason, n: 0) }
    }
    let n = observed.count
    return [
      MetricRecord("tau-star", .overall, .value(best.threshold), n: n),
      MetricRecord("tau-star-separation", .overall, .value(best.separation), n: n),
    ]
  }

  /// The smallest τ with the largest separation.
  private var best: (threshold: Double, separation: Double)? {
    guard !observed.isEmpty, !expected.isEmpty else { return nil }
    var best = (threshold: 0.0, separation: 0.0)
    var belowByChance = 0
    for (position, value) in observed.enumerated() where value > 0 {
      // Only the first of equal values: those from here on reach it.
      if position > 0 && observed[position - 1] == value { continue }
      while belowByChance < expected.count, expected[belowByChance] < value { belowByChance += 1 }
      let separation =
        Double(observed.count - position) / Double(observed.count)
        - Double(expected.count - belowByChance) / Double(expected.count)
      if separation > best.separation { best = (value, separation) }
    }
    return best.separation > 0 ? best : nil
  }

  /// Boxes in shares of the image's sides, so that those of different images can be laid over each other.
  private static func boxes(
    of side: Side,
    imageAt index: Int,
    _ pairing: DatasetPairing,
    _ options: MatchingOptions
  ) -> [Box] {
    let dataset = side == .a ? pairing.a : pairing.b
    let image = side == .a ? pairing.images[index].a : pairing.images[index].b
    let size =
      pairing.a.images.sizes[pairing.images[index].a]
      ?? pairing.b.images.sizes[pairing.images[index].b]
    return ImageObjects(
      of: image,
      in: dataset,
      codes: pairing.categoryCodes[side],
      options: options
    ).singles.map { $0.box.normalised(by: size) }
  }

  private static func best(_ own: [Box], _ other: [Box]) -> [Double] {
    own.map { box in other.reduce(0) { max($0, box.iou(with: $1)) } }
  }
}
