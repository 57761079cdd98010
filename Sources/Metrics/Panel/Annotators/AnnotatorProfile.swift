import Findings
import Geometry
import Statistics

/// The numbers of one annotator against the reference.
struct AnnotatorProfile {
  let name: String
  let judgements: [AnnotatorJudgement]
  /// Placement of the objects that were found and named alike, in the order of the images.
  let placements: [Placement]
  /// Tightness of the same objects in the order in which the annotator made them.
  let tightnessInSequence: [Double]
  private let ious: [Double]

  /// `sequence`: Of each row of the annotator's data set, a key that ascends as they were made.
  init(name: String, judgements: [AnnotatorJudgement], sequence: [Int64]) {
    self.name = name
    self.judgements = judgements
    let right = judgements.compactMap { judgement in
      if case .right(let placement, let iou, let row) = judgement.outcome {
        (placement: placement, iou: iou, row: row)
      } else {
        nil
      }
    }
    ious = right.map(\.iou)
    let placed = right.compactMap { entry in entry.placement.map { ($0, entry.row) } }
    placements = placed.map(\.0)
    tightnessInSequence = placed.sorted { sequence[$0.1] < sequence[$1.1] }
      .map { $0.0.tightness(of: .a) }
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
}
