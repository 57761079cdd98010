package import Findings

/// Some of the compared objects, in as many images as have any of them.
package struct ComparisonPart: Sendable {
  /// What the objects have in common; `.overall` for all.
  package let label: SliceLabel
  package let images: [ComparedImage]

  /// Cuts all images by one property, into the parts that are not empty.
  static func parts(
    of images: [ComparedImage],
    by slicing: some ComparisonSlicing
  ) -> [ComparisonPart] {
    var found: [String: [ComparedImage]] = [:]
    for image in images {
      for part in slicing.parts(of: image) {
        found[part.value, default: []].append(part.image)
      }
    }
    let type = type(of: slicing)
    let names = type.values.isEmpty ? found.keys.sorted() : type.values
    return names.compactMap { name in
      found[name].map { ComparisonPart(label: SliceLabel([type.key: name]), images: $0) }
    }
  }
}
