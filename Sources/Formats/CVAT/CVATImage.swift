import Annotations

/// An `<image>` as its start tag gives it.
struct CVATImage {
  let place: XMLPlace
  /// Position among the images of the file, counted from 0.
  let index: Int
  /// Empty where the file gives none: nothing can be said about such an image.
  let name: String
  let number: Int64?
  /// `nil` where the file does not give two positive whole numbers.
  let size: ImageSize?
  /// `train`, `val`, …; empty where the file gives none.
  let subset: String
  /// How many children the image has had so far.
  var children = 0

  init(_ tag: XMLAttributes, index: Int, at place: XMLPlace) {
    self.place = place
    self.index = index
    name = tag["name"] ?? ""
    number = tag["id"].flatMap(Int64.init)
    subset = tag["subset"] ?? ""
    size = ImageSize(width: tag["width"] ?? "", height: tag["height"] ?? "")
  }

  /// XML path of the image.
  var pointer: String { "/annotations/image[\(index + 1)]" }
}
