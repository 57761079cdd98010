package import Findings

/// Some of the compared objects, in as many images as have any of them.
package struct ComparisonPart: Sendable {
  /// What the objects have in common; `.overall` for all.
  package let label: SliceLabel
  package let images: ComparedImages

  /// Cuts all images by one property, into the parts that are not empty.
  static func parts(
    of images: ComparedImages,
    by slicing: some ComparisonSlicing
  ) -> [ComparisonPart] {
    let (key, values) = (type(of: slicing).key, slicing.values)
    guard !values.isEmpty else { return [] }
    return zip(values, slicing.parts(of: images)).compactMap { value, part in
      part.isEmpty ? nil : ComparisonPart(label: SliceLabel([key: value]), images: part)
    }
  }
}
