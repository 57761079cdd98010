import Annotations
import Findings

struct UnreadAttributeRule: AnnotationRule {
  static let about = RuleAbout(
    id: "unread-attribute",
    severity: .info,
    summary: "an attribute whose value is a list or an object, or that has no name",
    rationale: """
      An attribute is a name with a number, a text, true, false or null. What is nested is in none of \
      the report's numbers on attributes, and most tools that read COCO leave it out without a word.
      """,
    fix: "write one attribute for each value: {\"colour\": \"red\", \"doors\": 4}",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30],
           "attributes": {"colours": ["red", "blue"]}}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30],
           "attributes": ["red"]}
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
           "attributes": [{"name": "colour", "value": "red"}, {"value": 4, "name": "doors"}]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [50, 10, 20, 30],
           "attributes": {"colour": "blue", "doors": null}}
        ]
      }
      """
    ]
  )

  func check(_ row: Int, of dataset: Dataset, into findings: inout FindingCollector) {
    guard dataset.annotations.flags[row].hasAny(of: .unreadAttribute) else { return }
    findings.report(annotation: row) {
      let message =
        "'attributes' holds what is no attribute; expected a name with one plain value each"
      return dataset.finding(Self.about, annotation: row, message)
    }
  }
}
