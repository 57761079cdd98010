import Annotations
import Findings
import Formats

struct EmptySegmentationRule: DatasetRule {
  static let about = RuleAbout(
    id: "empty-segmentation",
    severity: .info,
    summary: "annotations whose 'segmentation' is an empty list",
    rationale: """
      Exporters of boxes write '[]' or '[[]]' where there is no outline. pycocotools fails on it as soon as \
      masks are asked for ('annToMask', evaluation of 'segm'), and training of instance segmentation \
      stops or drops the object; readers that test for the key take the annotation to have an outline.
      """,
    fix: "leave 'segmentation' out where there is no outline, or draw one",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30], "segmentation": []}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30], "segmentation": [[]]}
        ]
      }
      """,
    ],
    clean: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30],
           "segmentation": [[10, 10, 30, 10, 30, 40]]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [60, 10, 20, 30]}
        ]
      }
      """
    ]
  )

  func check(_ read: ReadResult, into findings: inout FindingCollector) {
    let dataset = read.dataset
    // In the order of the rings, which need not be that of the annotations.
    let rings = dataset.segmentation.rings
    let isEmptyRing = (0..<rings.count).map { rings.coordinateCount(ofRing: $0) == 0 }
    let isEmpty = (0..<dataset.annotations.count).map {
      Self.isEmpty($0, of: dataset.annotations, isEmptyRing)
    }
    guard let first = isEmpty.firstIndex(of: true) else { return }
    findings.report(annotation: first) {
      dataset.finding(
        Self.about,
        annotation: first,
        "'segmentation' of \(isEmpty.count { $0 }) of \(isEmpty.count) annotations is an empty list"
      )
    }
  }

  private static func isEmpty(
    _ row: Int,
    of annotations: AnnotationTable,
    _ isEmptyRing: [Bool]
  ) -> Bool {
    if annotations.flags[row].hasAny(of: .emptyOutline) { return true }
    guard case .polygons(let rings) = annotations.segmentations[row] else { return false }
    return rings.allSatisfy { isEmptyRing[Int($0)] }
  }
}
