package import Annotations
package import Findings
import Geometry

/// Boxes without extent, and inverted ones.
package struct DegenerateBoxRule: ImageRule {
  package static let about = RuleAbout(
    id: "degenerate-box",
    severity: .error,
    summary: "a box whose width or height is not above 0",
    rationale: """
      No prediction can ever overlap it, so it counts as a miss for every model; losses that divide \
      by its sides become infinite.
      """,
    fix: "draw the box again, or remove it: it is usually a click without a drag",
    triggering: [
      """
      {"images": [{"id": 1, "file_name": "1.jpg", "width": 100, "height": 100}],
       "categories": [{"id": 1, "name": "cat"}],
       "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 0, 12]}]}
      """,
      """
      {"images": [{"id": 1, "file_name": "1.jpg", "width": 100, "height": 100}],
       "categories": [{"id": 1, "name": "cat"}],
       "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [50, 50, -20, 12]}]}
      """,
    ],
    clean: [
      """
      {"images": [{"id": 1, "file_name": "1.jpg", "width": 100, "height": 100}],
       "categories": [{"id": 1, "name": "cat"}],
       "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 0.5, 0.5]}]}
      """
    ]
  )

  package init(_ settings: RuleSettings) {}

  package func check(_ slice: Dataset.Slice, into findings: inout FindingCollector) {
    let dataset = slice.dataset
    for row in slice.annotations {
      let box = dataset.annotations.boxes[row]
      if box.width > 0 && box.height > 0 { continue }
      findings.report {
        dataset.finding(
          Self.about,
          annotation: row,
          "box is \(box.width.inWords) × \(box.height.inWords) px; both sides must be above 0"
        )
      }
    }
  }
}
