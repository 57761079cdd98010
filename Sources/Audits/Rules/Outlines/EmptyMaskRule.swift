import Annotations
import Findings

struct EmptyMaskRule: AnnotationRule {
  static let about = RuleAbout(
    id: "empty-mask",
    severity: .error,
    summary: "a mask that covers no pixel",
    rationale: """
      A mask is written where something was drawn; one without a pixel is what a tool leaves of an outline \
      that it lost, or of one that lies outside the image. pycocotools gives it the IoU 0 with everything: \
      an object is never found and counts as missed, and a crowd region excuses nothing.
      """,
    fix: "draw the outline again, or delete the annotation if there is nothing",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30],
           "segmentation": {"counts": [8000], "size": [80, 100]}}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30], "iscrowd": 1,
           "segmentation": {"counts": [800, 0, 7200], "size": [80, 100]}}
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
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 5, 80],
           "segmentation": {"counts": [0, 400, 7600], "size": [80, 100]}},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [60, 10, 20, 30], "segmentation": []},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30]}
        ]
      }
      """
    ]
  )

  func check(_ row: Int, of dataset: Dataset, into findings: inout FindingCollector) {
    guard case .mask(let mask) = dataset.annotations.segmentations[row],
      dataset.segmentation.maskArea(mask) == 0
    else { return }
    findings.report(annotation: row) {
      let size = dataset.segmentation.maskSizes[Int(mask)]
      let message =
        "mask of \(size.width) × \(size.height) px covers no pixel; expected at least one"
      return dataset.finding(Self.about, annotation: row, message)
    }
  }
}
