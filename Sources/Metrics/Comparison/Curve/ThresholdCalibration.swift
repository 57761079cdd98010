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

  /// What objects are compared by; the threshold is one of boxes.
  private let similarity: Similarity

  init(_ pairing: DatasetPairing, options: MatchingOptions) {
    let a = ObjectColumns(pairing.a, codes: pairing.categoryCodes.a, options: options)
    let b = ObjectColumns(pairing.b, codes: pairing.categoryCodes.b, options: options)
    self.init(
      boxes: pairing.images.map { pair in
        let size = pairing.size(of: pair)
        return [Self.boxes(of: pair.a, in: a, size), Self.boxes(of: pair.b, in: b, size)]
      },
      options: options
    )
  }

  /// Every annotator of the panel against every other one.
  init(_ pairing: PanelPairing, options: MatchingOptions) {
    let columns = zip(pairing.datasets, pairing.categoryCodes).map { dataset, codes in
      ObjectColumns(dataset, codes: codes, options: options)
    }
    self.init(
      boxes: pairing.images.map { group in
        let size = pairing.size(of: group)
        return columns.indices.map { annotator in
          group.rows[annotator].map { Self.boxes(of: $0, in: columns[annotator], size) }
        }
      },
      options: options
    )
  }

  /// `boxes`: By image and annotator; `nil` where the annotator was not to look.
  ///
  /// - Complexity: O(Σ n_A·n_B) over the images and the pairs of annotators.
  private init(boxes: [[[Box]?]], options: MatchingOptions) {
    similarity = options.similarity
    let annotators = boxes.first?.indices ?? 0..<0
    var (observed, expected) = ([Double](), [Double]())
    for own in annotators {
      for other in annotators where other != own {
        for image in boxes.indices {
          guard let drawn = boxes[image][own] else { continue }
          if let others = boxes[image][other] {
            observed += Self.best(drawn, others, options.similarity)
          }
          for offset in Self.offsets where offset % boxes.count != 0 {
            guard let others = boxes[(image + offset) % boxes.count][other] else { continue }
            expected += Self.best(drawn, others, options.similarity)
          }
        }
      }
    }
    self.observed = observed.sorted()
    self.expected = expected.sorted()
  }

  var records: [MetricRecord] {
    let isOfBoxes = similarity == .box || similarity == .giou
    guard isOfBoxes, let best else {
      let reason = Measured.undefined(
        UndefinedReason(
          isOfBoxes ? "needs objects in two images" : "is had from boxes; compare by box or giou"
        )
      )
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
    of image: Int,
    in columns: ObjectColumns,
    _ size: ImageSize?
  ) -> [Box] {
    ImageObjects(of: image, in: columns).singles.map { $0.box.normalised(by: size) }
  }

  private static func best(_ own: [Box], _ other: [Box], _ similarity: Similarity) -> [Double] {
    own.map { box in
      other.reduce(0) {
        max($0, similarity == .giou ? box.generalisedIoU(with: $1) : box.iou(with: $1))
      }
    }
  }
}
