/// What the units of a sample are told apart by.
package enum StratumKey: String, CaseIterable, Sendable {
  /// Who drew it; of an image, everybody who drew in it.
  case annotator
  case category
  /// The image's scene tag.
  case scene
  /// `small`, `medium` or `large`, by the area of the box.
  case size
  /// The part of the data set that the image belongs to.
  case split
  /// The IoU that a policy promises; of an image, the tightest of its objects.
  case tier

  /// Whether images can be told apart by it, too.
  package var isOfImages: Bool { self != .category && self != .size }
}
