import ArgumentParser
import Metrics

/// A detector's predictions, and when they contradict labels.
struct PredictionArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      A detector's predictions for DATASET: a COCO results file (a list with image_id, category_id, \
      bbox and score), or a data set whose annotations have a score. Finds overlooked objects, badly \
      located boxes, swapped categories and spurious labels, box by box.
      """,
      valueName: "file"
    )
  )
  var predictions: String?

  @Option(help: "The confidence from which on a prediction is believed against the labels.")
  var believed: Double = PredictionOptions().believed

  @Option(help: "The confidence from which on a prediction counts at all.")
  var considered: Double = PredictionOptions().considered

  @Option(
    help: """
      The IoU from which on a prediction meets a label: below it with all labels an object may be \
      overlooked, below it with all predictions a label may be spurious. Raise it where objects overlap.
      """
  )
  var meeting: Double = PredictionOptions().meeting

  @Option(
    help: "The IoU from which on a label and a prediction of different categories are one object."
  )
  var sameObject: Double = PredictionOptions().sameObject

  @Option(help: "The IoU below which a label is badly located.")
  var located: Double = PredictionOptions().located

  func validate() throws {
    for (name, value) in [
      ("believed", believed), ("considered", considered), ("meeting", meeting),
      ("same-object", sameObject), ("located", located),
    ] {
      guard value > 0, value <= 1 else {
        throw ValidationError("--\(name) must be above 0 and at most 1")
      }
    }
    guard considered <= believed else {
      throw ValidationError("--considered must not be above --believed")
    }
    guard meeting <= sameObject, meeting <= located else {
      throw ValidationError("--meeting must not be above --same-object or --located")
    }
    guard predictions != nil || options == PredictionOptions() else {
      throw ValidationError(
        "--believed, --considered, --meeting, --same-object and --located go with --predictions"
      )
    }
  }

  var options: PredictionOptions {
    var options = PredictionOptions()
    options.believed = believed
    options.considered = considered
    options.meeting = meeting
    options.sameObject = sameObject
    options.located = located
    return options
  }
}
