/// A COCO document of many annotations, for the example of a rule that needs them.
enum ExampleDocument {
  struct Annotation {
    var image = 1
    var category = 1
    /// x, y, width and height, with commas between.
    var box: String
    /// A JSON object.
    var attributes: String?
  }

  /// The annotations get the ids 1, 2, …; images and categories those of their places in the lists.
  static func text(
    images: Int = 1,
    categories: [String] = ["cat"],
    _ annotations: [Annotation]
  ) -> String {
    let images = (1...images).map {
      #"    {"id": \#($0), "file_name": "\#($0).jpg", "width": 900, "height": 80}"#
    }
    let categories = categories.enumerated().map {
      #"    {"id": \#($0.offset + 1), "name": "\#($0.element)"}"#
    }
    let annotations = annotations.enumerated().map { position, annotation in
      let attributes = annotation.attributes.map { #", "attributes": \#($0)"# } ?? ""
      return #"    {"id": \#(position + 1), "image_id": \#(annotation.image), "#
        + #""category_id": \#(annotation.category), "bbox": [\#(annotation.box)]\#(attributes)}"#
    }
    return """
      {
        "images": [
      \(images.joined(separator: ",\n"))
        ],
        "categories": [
      \(categories.joined(separator: ",\n"))
        ],
        "annotations": [
      \(annotations.joined(separator: ",\n"))
        ]
      }
      """
  }

  /// So many boxes of 20 × 30 px, side by side.
  static func row(
    _ count: Int,
    image: Int = 1,
    category: Int = 1,
    attributes: (Int) -> String? = { _ in nil }
  ) -> [Annotation] {
    (1...count).map {
      Annotation(
        image: image,
        category: category,
        box: "\($0), 10, 20, 30",
        attributes: attributes($0)
      )
    }
  }

  /// Forty boxes of nearly one size.
  static let alike: [Annotation] = (1...40).map {
    Annotation(box: "\($0), 10, \(20 + $0 % 5), \(20 + $0 / 5 % 5)")
  }
}
