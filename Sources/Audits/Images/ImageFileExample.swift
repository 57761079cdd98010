/// Image records and what stands in their files: an example of a rule, and its test.
package struct ImageFileExample: Sendable {
  package var images: [Image]
  /// Boxes of the first image, as COCO writes them without the brackets.
  package var annotations: [String]

  package init(_ images: [Image], annotations: [String] = []) {
    self.images = images
    self.annotations = annotations
  }

  /// One record and its file.
  package struct Image: Sendable {
    package var fileName: String
    /// What the record says.
    package var width: Int
    package var height: Int
    package var split: String?
    package var file: File?

    package init(
      _ fileName: String,
      width: Int = 96,
      height: Int = 64,
      split: String? = nil,
      _ file: File?
    ) {
      self.fileName = fileName
      self.width = width
      self.height = height
      self.split = split
      self.file = file
    }
  }

  /// What is written into a file; `nil` in its place stands for no file.
  package enum File: Sendable {
    /// A drawn picture; one seed gives the same picture in any size.
    case picture(seed: UInt64, width: Int = 96, height: Int = 64, orientation: Int = 1)
    /// One colour, 96 × 64 px.
    case blank
    /// The first half of a picture's file.
    case halfPicture
    case text(String)
  }
}
