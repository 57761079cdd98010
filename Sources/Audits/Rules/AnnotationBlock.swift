package import Annotations
import Geometry

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
  /// Of all rings of the data set.
  let ringShapes: [RingShape]

  /// Whole images.
  init(_ slice: Dataset.Slice, ringShapes: [RingShape]) {
    dataset = slice.dataset
    images = slice.images
    annotations = slice.annotations
    boxes = ComparedBoxes(ofImages: images, of: dataset)
    self.ringShapes = ringShapes
  }

  /// The annotations whose image is not declared.
  init(straysOf dataset: Dataset, ringShapes: [RingShape]) {
    self.dataset = dataset
    images = 0..<0
    annotations = dataset.strays
    boxes = ComparedBoxes()
    self.ringShapes = ringShapes
  }
}
