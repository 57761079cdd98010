import Annotations
import Findings

struct RotatedBoxRule: AnnotationRule {
  static let about = RuleAbout(
    id: "rotated-box",
    severity: .warning,
    summary: "a box with an attribute 'rotation' that turns it",
    rationale: """
      COCO and Pascal VOC have no rotated boxes. CVAT writes the box as it was before it was turned and the \
      angle as an attribute, which hardly any reader looks at: what is trained on and measured, here too, is \
      a box that does not lie on the object.
      """,
    fix: "write the outline of the turned box as a polygon and the box around it",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30],
           "attributes": {"rotation": 30.5}}
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
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30],
           "attributes": {"rotation": 0.0}},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [60, 10, 20, 30],
           "attributes": {"rotation": "none"}}
        ]
      }
      """
    ]
  )

  func check(_ row: Int, of dataset: Dataset, into findings: inout FindingCollector) {
    for attribute in dataset.attributes(ofAnnotation: row) {
      guard case .number(let angle) = attribute.value,
        dataset.strings[attribute.name] == "rotation",
        angle.truncatingRemainder(dividingBy: 360) != 0
      else { continue }
      findings.report(annotation: row) {
        dataset.finding(
          Self.about,
          annotation: row,
          "the box is turned by \(angle.messageText) degrees; it is read as if it were not"
        )
      }
    }
  }
}
