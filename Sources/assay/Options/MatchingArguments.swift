import ArgumentParser
import Geometry
import Metrics

extension IoUConvention: ExpressibleByArgument {}

/// What decides whether two objects are the same one.
struct MatchingArguments: ParsableArguments {
  @Option(help: "τ: objects are matched from this IoU on, inclusive.")
  var iou: Double = 0.5

  @Option(help: "How box sides are counted: continuous (COCO) or pixel-inclusive (VOC, +1 px).")
  var iouConvention: IoUConvention = .continuous

  @Flag(help: "Keep VOC 'difficult' objects out of matching, like crowd regions.")
  var ignoreDifficult = false

  func validate() throws {
    guard iou > 0 && iou <= 1 else { throw ValidationError("--iou must be above 0, at most 1") }
  }

  var options: MatchingOptions {
    MatchingOptions(
      minimumIoU: iou,
      convention: iouConvention,
      ignoresDifficult: ignoreDifficult
    )
  }
}
