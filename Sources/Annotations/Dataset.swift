package import Geometry

/// One set of annotations in columns, the annotations grouped by image.
package struct Dataset: Sendable {
  /// The format it was read from; decides how a record's path is written.
  package let format: SourceFormat
  /// The files it was read from, as paths relative to what the user named.
  package let files: [String]
  package let images: ImageTable
  package let categories: CategoryTable
  package let annotations: AnnotationTable
  package let segmentation: SegmentationTable
  /// One row an annotation that has keypoints.
  package let keypoints: Ragged<Keypoint>
  /// One row an annotation that has attributes.
  package let attributes: Ragged<Attribute>
  /// Names of the people who annotated, in order of first appearance.
  package let annotators: [String]
  package let strings: StringTable

  /// Codes of the annotators who drew at least one annotation: those whose data set this is.
  package let usedAnnotators: Set<Int32>

  /// Where the annotations of each image start; one number more than images.
  package let starts: [Int]

  /// Groups `annotations` by image; their order within an image stays.
  package init(
    format: SourceFormat,
    files: [String],
    images: ImageTable,
    categories: CategoryTable,
    annotations: consuming AnnotationTable,
    segmentation: SegmentationTable = SegmentationTable(),
    keypoints: Ragged<Keypoint> = Ragged(),
    attributes: Ragged<Attribute> = Ragged(),
    annotators: [String] = [],
    strings: StringTable
  ) {
    self.format = format
    self.files = files
    self.images = images
    self.categories = categories
    starts = annotations.groupByImage(imageCount: images.count)
    self.annotations = annotations
    self.segmentation = segmentation
    self.keypoints = keypoints
    self.attributes = attributes
    self.annotators = annotators
    self.strings = strings
    usedAnnotators = Set(self.annotations.annotators.filter { $0 != AnnotationTable.noAnnotator })
  }

  /// The rows of one image's annotations.
  package func annotations(ofImage image: Int) -> Range<Int> {
    starts[image]..<starts[image + 1]
  }

  /// The rows of annotations whose image the file does not declare.
  package var strays: Range<Int> { starts[images.count]..<annotations.count }

  /// The id as the file writes it; empty for a record that has none.
  package func text(of id: RecordID) -> String {
    switch id {
    case .number(let number): String(number)
    case .text(let code): strings[code]
    case .absent: ""
    }
  }

  /// The keypoints of one annotation, in the order of its category's names.
  package func keypoints(ofAnnotation row: Int) -> ArraySlice<Keypoint> {
    let keypointRow = annotations.keypointRows[row]
    return keypointRow == AnnotationTable.noKeypoints ? [] : keypoints[Int(keypointRow)]
  }

  /// The attributes of one annotation.
  package func attributes(ofAnnotation row: Int) -> ArraySlice<Attribute> {
    let attributeRow = annotations.attributeRows[row]
    return attributeRow == AnnotationTable.noAttributes ? [] : attributes[Int(attributeRow)]
  }

  /// Whether one of this data set's annotators was to look at the image.
  ///
  /// An image without a list of assigned annotators counts as looked at: it is in the file.
  package func wasAssigned(image: Int) -> Bool {
    guard images.hasAssignment[image], !usedAnnotators.isEmpty else { return true }
    return images.assigned[image].contains { usedAnnotators.contains($0) }
  }

  /// The smallest box around the rings of an annotation, or `nil` where it has no polygon.
  package func polygonBounds(ofAnnotation row: Int) -> Box? {
    guard case .polygons(let rings) = annotations.segmentations[row] else { return nil }
    return segmentation.rings.bounds(ofRings: Int(rings.lowerBound)..<Int(rings.upperBound))
  }
}

/// The formats that a data set can come from.
package enum SourceFormat: String, Sendable {
  case coco
  case voc
  case cvat
  case yolo
  /// Segments with boxes and areas, their masks in PNG files.
  case cocoPanoptic = "coco-panoptic"
  /// A list of predictions, with the images and categories of a COCO file.
  case cocoResults = "coco-results"
  case labelStudio = "label-studio"

  /// Whether it has the lists of a COCO file.
  package var isCOCO: Bool { self == .coco || self == .cocoPanoptic }
}
