import Annotations
import Findings

struct ZeroAnnotationIDRule: AnnotationRule {
  static let about = RuleAbout(
    id: "zero-annotation-id",
    severity: .warning,
    summary: "an annotation whose id is 0",
    rationale: """
      pycocotools keeps the id of the matched annotation for each detection and takes 0 for 'none': \
      whatever is matched with this object counts as a false positive. One object of the data set is \
      lost in every score, in silence.
      """,
    fix: "count annotation ids from 1",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 0, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [60, 10, 20, 30]}
        ]
      }
      """
    ],
    clean: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]},
          {"image_id": 1, "category_id": 1, "bbox": [60, 10, 20, 30]}
        ]
      }
      """
    ]
  )

  func check(_ row: Int, of dataset: Dataset, into findings: inout FindingCollector) {
    guard case .number(0) = dataset.annotations.ids[row] else { return }
    findings.report(annotation: row) {
      dataset.finding(Self.about, annotation: row, "the id is 0; expected a number of at least 1")
    }
  }
}
