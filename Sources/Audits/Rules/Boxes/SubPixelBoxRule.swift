import Annotations
import Findings
import Geometry

struct SubPixelBoxRule: AnnotationRule {
  static let about = RuleAbout(
    id: "sub-pixel-box",
    severity: .warning,
    summary: "a box with a side above 0 and below 1 px",
    rationale: """
      No pixel shows the object. The box is rounded away by converters that write whole pixels, its \
      IoU falls to nothing with any error, and regression targets, the logarithms of its sides, become \
      extreme. A second click at the same place, or coordinates written as shares of the image where \
      pixels are expected, make them. A side of 0 or below is a degenerate-box.
      """,
    fix: "draw the box again, take it out, or write it in pixels",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 0.5, 30]}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [0.25, 0.5, 0.1, 0.2]}
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
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 1, 30]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [10, 10, 0, 30]},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [10, 10, 30.5, 1.25]}
        ]
      }
      """
    ]
  )

  func check(_ row: Int, of dataset: Dataset, into findings: inout FindingCollector) {
    let box = dataset.annotations.boxes[row]
    guard box.width > 0, box.height > 0, box.width < 1 || box.height < 1 else { return }
    findings.report(annotation: row) {
      let sides = "\(box.width.messageText) × \(box.height.messageText) px"
      return dataset.finding(
        Self.about,
        annotation: row,
        "box is \(sides); sides must be at least 1"
      )
    }
  }
}
