package import Geometry

/// Columns with one row an annotation.
package struct AnnotationTable: Sendable {
  package var ids: [RecordID] = []
  /// Row of the image table, or `noImage`.
  package var images: [Int32] = []
  /// The image id as written; differs from the image table's only where the image is not declared.
  package var imageIDs: [RecordID] = []
  /// Row of the category table, or `noCategory`.
  package var categories: [Int32] = []
  /// The category id as written.
  package var categoryIDs: [RecordID] = []
  package var boxes: [Box] = []
  /// The area that the file states, in px².
  package var statedAreas = OptionalNumbers()
  package var flags: [AnnotationFlags] = []
  package var segmentations: [Segmentation] = []
  /// Row of the data set's `keypoints`, or `noKeypoints`.
  package var keypointRows: [Int32] = []
  /// The confidence of a prediction; `nil` on a label.
  package var scores = OptionalNumbers()
  /// Code of the data set's `annotators`, or `noAnnotator`.
  package var annotators: [Int32] = []
  /// The time the annotator spent, in seconds.
  package var seconds = OptionalNumbers()
  /// Row of the data set's `attributes`, or `noAttributes`.
  package var attributeRows: [Int32] = []
  package var places: [SourcePlace] = []

  /// Stands in `images` for an image that the file does not declare.
  package static let noImage: Int32 = -1
  /// Stands in `categories` for a category that the file does not declare.
  package static let noCategory: Int32 = -1
  /// Stands in `annotators` where the file names none.
  package static let noAnnotator: Int32 = -1
  /// Stands in `attributeRows` for an annotation without attributes.
  package static let noAttributes: Int32 = -1

  /// Stands in `keypointRows` for an annotation without keypoints.
  package static let noKeypoints: Int32 = -1

  package init() {}

  package var count: Int { ids.count }
}
