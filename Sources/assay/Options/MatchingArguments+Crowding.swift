import Annotations
import Audits
import Formats
import Metrics

extension MatchingArguments {
  /// Refuses what cannot be matched in the memory and the time that anybody has.
  ///
  /// - Throws: Where two annotators have thousands of boxes on each other in one image, with its name.
  func checkCrowding(of read: [Delivery]) throws(CommandFailure) {
    var annotators = read.map { (name: $0.role, dataset: $0.result.dataset) }
    if let only = annotators.first?.dataset, annotators.count == 1 {
      // Cutting a data set costs memory, and is for the few that may be refused.
      guard OvercrowdedImage.mayStand(in: [only, only]) else { return }
      annotators = only.splitByAnnotator().map { (name: $0.name, dataset: $0.dataset) }
    }
    guard let image = OvercrowdedImage.first(among: annotators.map(\.dataset), options: options)
    else { return }
    let (a, b) = (annotators[image.annotators.a].name, annotators[image.annotators.b].name)
    throw CommandFailure(
      "image '\(image.name)': \(image.objects.a) objects of '\(a)' and \(image.objects.b) of '\(b)' make more than "
        + "\(OvercrowdedImage.mostPairs) pairs with an IoU of \(options.minimumIoU) or more; expected fewer: "
        + "take out the copies, which 'assay audit' finds"
    )
  }
}
