package import Annotations
import Geometry

/// Some images with their annotations, or the annotations without an image, and what several rules
/// measure on them.
///
/// A class, since each rule is handed it: a copy of a data set retains all of its columns, while other threads do
/// the same.
package final class AnnotationBlock: Sendable {
  package let dataset: Dataset
  /// Rows of the image table.
  package let images: Range<Int>
  /// Rows of the annotation table.
  package let annotations: Range<Int>
  /// The boxes of the images that may be held against each other.
  let boxes: ComparedBoxes
  /// By annotation, from the first one on: of all of its rings.
  private let shapes: [OutlineShape]
  /// Of all rings of the data set.
  let ringShapes: [OutlineShape]

  /// Whole images.
  init(_ slice: Dataset.Slice, ringShapes: [OutlineShape]) {
    dataset = slice.dataset
    self.ringShapes = ringShapes
    images = slice.images
    annotations = slice.annotations
    boxes = ComparedBoxes(ofImages: images, of: dataset)
    shapes = dataset.shapes(ofAnnotations: annotations, ringShapes: ringShapes)
  }

  /// The annotations whose image is not declared.
  init(straysOf dataset: Dataset, ringShapes: [OutlineShape]) {
    self.dataset = dataset
    self.ringShapes = ringShapes
    images = 0..<0
    annotations = dataset.strays
    boxes = ComparedBoxes()
    shapes = dataset.shapes(ofAnnotations: annotations, ringShapes: ringShapes)
  }

  /// The shape of all rings of an annotation; that of no ring for a mask.
  func shape(ofAnnotation row: Int) -> OutlineShape { shapes[row - annotations.lowerBound] }

  /// Of the annotations that have one, in order.
  var outlines: some Sequence<Outline> {
    annotations.lazy.compactMap { [self] row in
      let segmentation = dataset.annotations.segmentations[row]
      return segmentation == .none
        ? nil : Outline(row: row, segmentation: segmentation, shape: shape(ofAnnotation: row))
    }
  }
}
