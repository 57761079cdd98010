import Annotations
import Findings

struct BoxOutOfBoundsRule: AnnotationRule {
  static let about = RuleAbout(
    id: "box-out-of-bounds",
    severity: .error,
    summary: "a box that reaches over an edge of its image",
    rationale: """
      Predicted boxes end at the image's edge, so that even a perfect one does not reach an IoU of 1. \
      Albumentations stops at such a box unless told to clip. Many of them mean that width and height \
      are exchanged, that the image was rotated or resized after annotation, or that corners were \
      written where sides are expected. \
      The tolerance (--bounds-tolerance) is 1 px unless set, for files that count pixels from 1. \
      Where the file gives no size, only the left and top edges are checked.
      """,
    fix: "clip the box to the image, or correct the image's width and height",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [-30, 10, 50, 20]}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [40, 70, 61.5, 30]}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg"}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, -2, 20, 20]}
        ]
      }
      """,
    ],
    clean: [
      """
      {
        "images": [
          {"id": 1, "file_name": "a.jpg", "width": 100, "height": 80},
          {"id": 2, "file_name": "b.jpg"}
        ],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 100, 80]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [-1, -1, 102, 82]},
          {"id": 3, "image_id": 2, "category_id": 1, "bbox": [900, 900, 50, 50]}
        ]
      }
      """
    ]
  )

  /// In px.
  private let tolerance: Double

  init() { self.init(settings: RuleSettings()) }

  init(settings: RuleSettings) { tolerance = settings.boundsTolerance }

  func check(_ row: Int, of dataset: Dataset, into findings: inout FindingCollector) {
    let image = dataset.annotations.images[row]
    let size = image < 0 ? nil : dataset.images.sizes[Int(image)]
    let overhang = Overhang(of: dataset.annotations.boxes[row], over: size)
    guard overhang.exceeds(tolerance) else { return }
    findings.report(annotation: row) {
      let image = size.map { "image of \($0.width) × \($0.height) px" } ?? "image"
      let reach = overhang.text(beyond: tolerance)
      let message =
        "box reaches \(reach) of its \(image); at most \(tolerance.messageText) px is tolerated"
      return dataset.finding(Self.about, annotation: row, message)
    }
  }
}
