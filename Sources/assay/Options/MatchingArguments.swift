import ArgumentParser
import Geometry
import Metrics

extension IoUConvention: ExpressibleByArgument {}
extension MatchingMethod: ExpressibleByArgument {}
extension Similarity: ExpressibleByArgument {}

/// What decides whether two objects are the same one.
struct MatchingArguments: ParsableArguments {
  @Option(
    help: """
      How pairs are chosen: class-preferred (largest Σ of similarity and 0.1 for a common category), \
      two-stage (same category first, as CVAT), greedy (most similar or highest score first), \
      kalos (same category, then most similar first, as KαLOS), k-alpha (its forerunner).
      """
  )
  var matching: MatchingMethod = .classPreferred

  @Option(
    help: """
      What objects are compared by: box (IoU), giou, mask (IoU of polygons and run lengths, as \
      pycocotools) or oks (keypoints).
      """
  )
  var similarity: Similarity = .box

  @Option(
    help: """
      For oks: the standard deviation of each keypoint as a share of √area, separated by commas; by \
      default COCO's for 17 keypoints, else 0.05.
      """
  )
  var oksSigmas: String?

  @Option(help: "τ: objects are matched from this IoU (or other similarity) on, inclusive.")
  var iou: Double = 0.5

  @Option(help: "How box sides are counted: continuous (COCO) or pixel-inclusive (VOC, +1 px).")
  var iouConvention: IoUConvention = .continuous

  @Flag(help: "Keep VOC 'difficult' objects out of matching, like crowd regions.")
  var ignoreDifficult = false

  func validate() throws {
    guard iou > 0 && iou <= 1 else { throw ValidationError("--iou must be above 0, at most 1") }
    guard oksSigmas == nil || sigmas?.isEmpty == false else {
      throw ValidationError("--oks-sigmas must be numbers above 0, separated by commas")
    }
  }

  var options: MatchingOptions {
    MatchingOptions(
      method: matching,
      similarity: similarity,
      minimumIoU: iou,
      convention: iouConvention,
      ignoresDifficult: ignoreDifficult,
      sigmas: sigmas
    )
  }

  /// `nil` where none are given or one is no number above 0.
  private var sigmas: [Double]? {
    guard let oksSigmas else { return nil }
    let numbers = oksSigmas.split(separator: ",").map { Double($0) ?? 0 }
    return numbers.allSatisfy { $0 > 0 && $0.isFinite } ? numbers : nil
  }
}
