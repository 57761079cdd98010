import Annotations
import Findings
import Geometry

struct MisClickRule: AnnotationRule {
  static let about = RuleAbout(
    id: "mis-click",
    severity: .warning,
    summary: "a box of at most 2 px a side, as a click makes it",
    rationale: """
      Hardly anybody means an object of 2 px: a click beside a button, or a drag that was let go at \
      once, leaves such a box. Detectors cannot find it, so that recall of small objects falls. \
      Boxes under 1 px are `sub-pixel-box`; crowd regions are left out.
      """,
    fix: "take the annotation out, or draw the object again",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 2, 2]}
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
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 2, 3]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [10, 10, 0.5, 0.5]}
        ]
      }
      """
    ]
  )

  /// In px.
  private let maximumSide: Double

  init() { self.init(settings: RuleSettings()) }

  init(settings: RuleSettings) { maximumSide = settings.misClickSide }

  func check(_ row: Int, of dataset: Dataset, into findings: inout FindingCollector) {
    let box = dataset.annotations.boxes[row]
    guard box.width >= 1, box.height >= 1, max(box.width, box.height) <= maximumSide,
      !dataset.annotations.flags[row].hasAny(of: .crowd)
    else { return }
    findings.report(annotation: row) {
      let sides = "\(box.width.messageText) × \(box.height.messageText) px"
      let message = "box is \(sides); expected a side above \(maximumSide.messageText) px"
      return dataset.finding(Self.about, annotation: row, message)
    }
  }
}
