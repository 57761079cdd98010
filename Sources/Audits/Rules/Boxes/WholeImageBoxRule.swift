import Annotations
import Findings
import Geometry

struct WholeImageBoxRule: AnnotationRule {
  static let about = RuleAbout(
    id: "whole-image-box",
    severity: .info,
    summary: "a box that covers its whole image",
    rationale: """
      An object that fills the image is rare outside of close-ups and classification data. More \
      often the box is what a tool writes when nothing was drawn, or a label of the image that was \
      put into a box; a detector learns from it that everything is the object. A box counts whose \
      IoU with the image is at least 0.99.
      """,
    fix: "draw the object, or keep the label as one of the image",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 100, 80]}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [0.2, 0, 99.6, 80]}
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
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 100, 70]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [0, 0, 100, 80], "iscrowd": 1}
        ]
      }
      """
    ]
  )

  /// The IoU with the image from which a box counts as all of it.
  private let minimumIoU: Double

  init() { self.init(settings: RuleSettings()) }

  init(settings: RuleSettings) { minimumIoU = settings.wholeImageIoU }

  func check(_ row: Int, of dataset: Dataset, into findings: inout FindingCollector) {
    let image = dataset.annotations.images[row]
    guard image >= 0, let size = dataset.images.sizes[Int(image)],
      !dataset.annotations.flags[row].hasAny(of: .crowd)
    else { return }
    let whole = Box(x: 0, y: 0, width: Double(size.width), height: Double(size.height))
    guard dataset.annotations.boxes[row].iou(with: whole) >= minimumIoU else { return }
    findings.report(annotation: row) {
      let message =
        "box covers the whole image of \(size.width) × \(size.height) px; expected an object in it"
      return dataset.finding(Self.about, annotation: row, message)
    }
  }
}
