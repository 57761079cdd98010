import Annotations
import Findings
import Geometry

struct DegenerateBoxRule: AnnotationRule {
  static let about = RuleAbout(
    id: "degenerate-box",
    severity: .error,
    summary: "a box without extent, or with its corners inverted",
    rationale: """
      Nothing can overlap such a box, so that its object counts as missed by everybody. torchvision's \
      detection models stop training at it; MMDetection drops it in silence.
      """,
    fix: "draw the box again, or take the annotation out; "
      + "if many are negative, look for exchanged corners in the export",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 0, 12]}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [60, 10, -20, 12]}
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
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 0.5, 12]}
        ]
      }
      """
    ]
  )

  func check(_ row: Int, of dataset: Dataset, into findings: inout FindingCollector) {
    let box = dataset.annotations.boxes[row]
    guard box.width <= 0 || box.height <= 0 else { return }
    findings.report(annotation: row) {
      let sides = "\(box.width.messageText) × \(box.height.messageText) px"
      let problem = box.width < 0 || box.height < 0 ? "inverted, of \(sides)" : sides
      return dataset.finding(
        Self.about,
        annotation: row,
        "box is \(problem); sides must be above 0"
      )
    }
  }
}
