import Findings
import Geometry
import Statistics

/// The numbers of one annotator against the reference.
struct AnnotatorProfile {
  let name: String
  let judgements: [AnnotatorJudgement]
  /// Placement of the objects that were found and named alike, in the order of the images.
  let placements: [Placement]
  private let ious: [Double]

  init(name: String, judgements: [AnnotatorJudgement]) {
    self.name = name
    self.judgements = judgements
    placements = judgements.compactMap {
      if case .right(let placement, _) = $0.outcome { placement } else { nil }
    }
    ious = judgements.compactMap { if case .right(_, let iou) = $0.outcome { iou } else { nil } }
  }

  /// How often each thing went wrong, and out of how many it could.
  struct Errors: Hashable {
    var missing = 0
    var extra = 0
    var otherCategory = 0
    var right = 0

    /// Objects of the reference.
    var expected: Int { missing + otherCategory + right }
    /// Objects of the annotator.
    var drawn: Int { extra + otherCategory + right }
    var all: Int { missing + extra + otherCategory + right }
    var wrong: Int { missing + extra + otherCategory }
  }

  var errors: Errors { Self.errors(of: judgements) }

  /// By category code.
  var errorsByCategory: [(category: Int32, errors: Errors)] {
    Dictionary(grouping: judgements, by: \.category).sorted { $0.key < $1.key }
      .map { ($0.key, Self.errors(of: $0.value)) }
  }

  private static func errors(of judgements: [AnnotatorJudgement]) -> Errors {
    var errors = Errors()
    for judgement in judgements {
      switch judgement.outcome {
      case .missing: errors.missing += 1
      case .extra: errors.extra += 1
      case .otherCategory: errors.otherCategory += 1
      case .right: errors.right += 1
      }
    }
    return errors
  }

  /// Tightness of each placement, in the order of the images.
  var tightness: [Double] { placements.map { $0.tightness(of: .a) } }

  var means: ImageMeans {
    ImageMeans(
      placements,
      image: { $0.image },
      columns: [{ $0.tightness(of: .a) }, { $0.centreShift(of: .a) }]
        + BoxEdge.allCases.map { edge in { $0.offset(of: .a, at: edge, relative: true) } }
    )
  }

  static let meanIDs =
    ["tightness-bias", "centre-shift"] + BoxEdge.allCases.map { "edge-offset-\($0.rawValue)" }

  /// Mean and standard deviation of the IoU with the reference.
  var overlap: [MetricRecord] {
    let moments = Moments(ious)
    let slice = SliceLabel([.annotator: name])
    return [
      MetricRecord("iou-mean", slice, moments.mean, n: ious.count),
      MetricRecord("iou-sd", slice, moments.standardDeviation, n: ious.count),
    ]
  }

  /// The largest distance of the running sum of deviations from its mean path, in units in which chance
  /// alone reaches 1.358 in 5 of 100 cases.
  var drift: Measured {
    let values = tightness
    let moments = Moments(values)
    guard values.count >= 2, let mean = moments.mean.value,
      let deviation = moments.standardDeviation.value, deviation > 0
    else { return .undefined(.noVariation) }
    var (sum, largest) = (0.0, 0.0)
    for value in values {
      sum += value - mean
      largest = max(largest, abs(sum))
    }
    return .value(largest / (deviation * Double(values.count).squareRoot()))
  }
}
