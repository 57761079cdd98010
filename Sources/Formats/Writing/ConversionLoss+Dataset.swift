import Annotations
import Geometry

extension ConversionLoss {
  /// Counts what neither a VOC nor a YOLO folder can hold of an annotation.
  mutating func addUnplaced(_ row: Int, of dataset: Dataset) {
    let table = dataset.annotations
    if table.ids[row] != .absent { add(.annotationIDs) }
    if table.seconds[row] != nil { add(.seconds) }
    if !dataset.keypoints(ofAnnotation: row).isEmpty { add(.keypoints) }
    if let area = table.statedAreas[row], area != table.boxes[row].area { add(.statedAreas) }
    add(.flags, table.flags[row].hasAny(of: .region) ? 1 : 0)
  }

  /// Counts what neither a VOC nor a YOLO folder can hold of the categories.
  mutating func addUnplacedCategories(of dataset: Dataset) {
    let categories = dataset.categories
    add(.supercategories, categories.supercategories.count { !$0.isEmpty })
    add(.skeletons, (0..<categories.count).count { !categories.keypointNames[$0].isEmpty })
  }
}
