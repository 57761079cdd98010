package import Annotations

/// Some images with their annotations, or the annotations without an image, and what several rules
/// measure on them.
package struct AnnotationBlock: Sendable {
  package let dataset: Dataset
  /// Rows of the image table.
  package let images: Range<Int>
  /// Rows of the annotation table.
  package let annotations: Range<Int>
  /// The boxes of the images that may be held against each other.
  let boxes: ComparedBoxes

  /// Whole images.
  package init(_ slice: Dataset.Slice) {
    dataset = slice.dataset
    images = slice.images
    annotations = slice.annotations
    boxes = ComparedBoxes(of: slice)
  }

  /// The annotations whose image is not declared.
  package init(straysOf dataset: Dataset) {
    self.dataset = dataset
    images = 0..<0
    annotations = dataset.strays
    boxes = ComparedBoxes()
  }
}
