/// The sentences of what predictions contradict.
extension SuspectHints {
  static func overlooked(
    category: String,
    confidence: Double,
    iou: Double
  ) -> (what: String, toDo: String) {
    (
      "no label here, but the model sees a '\(category)' (confidence \(confidence.probabilityText))"
        + (iou > 0 ? "; a label touches it (IoU \(iou.messageText))" : ""),
      "likely overlooked: look at the image, and add the '\(category)' unless the guideline leaves it "
        + "out"
    )
  }

  static func badlyLocated(
    category: String,
    confidence: Double,
    iou: Double
  ) -> (what: String, toDo: String) {
    (
      "the box of this '\(category)' meets the model's (confidence \(confidence.probabilityText)) with an "
        + "IoU of only \(iou.messageText)",
      "look at both boxes: redraw the label's; where they are two objects, the model's was overlooked"
    )
  }

  static func swapped(
    category: String,
    rival: String,
    confidence: Double,
    iou: Double
  ) -> (what: String, toDo: String) {
    (
      "labelled '\(category)', but the model sees a '\(rival)' in the same place (confidence "
        + "\(confidence.probabilityText), IoU \(iou.messageText))",
      "likely a category swap: look at it, and relabel it '\(rival)' unless you see why not"
    )
  }

  static func spurious(category: String, considered: Double) -> (what: String, toDo: String) {
    (
      "labelled '\(category)', but no prediction of confidence \(considered.messageText) or more meets it",
      "look at the image: remove the label where there is nothing; accept it where the object is "
        + "there, only hard to see"
    )
  }
}
