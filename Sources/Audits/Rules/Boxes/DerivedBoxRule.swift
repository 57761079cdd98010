import Annotations
import Findings

struct DerivedBoxRule: AnnotationRule {
  static let about = RuleAbout(
    id: "derived-box",
    severity: .info,
    summary: "an annotation without a box, which was taken from its outline",
    rationale: """
      All numbers on boxes use the smallest box around the outline. Other tools do not derive it: \
      pycocotools and torchvision's CocoDetection users stop at the missing 'bbox', or leave the object out.
      """,
    fix: "write 'bbox' into the file",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "segmentation": [[10, 10, 30, 10, 30, 40]]}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": null,
           "segmentation": {"counts": [80, 2, 7918], "size": [80, 100]}}
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
           "segmentation": [[10, 10, 30, 10, 30, 40]]}
        ]
      }
      """
    ]
  )

  func check(_ row: Int, of dataset: Dataset, into findings: inout FindingCollector) {
    guard dataset.annotations.flags[row].hasAny(of: .derivedBox) else { return }
    findings.report(annotation: row) {
      dataset.finding(
        Self.about,
        annotation: row,
        "no 'bbox'; the box around the outline stands for it"
      )
    }
  }
}
