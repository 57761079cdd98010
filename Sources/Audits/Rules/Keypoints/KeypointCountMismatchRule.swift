import Annotations
import Findings

struct KeypointCountMismatchRule: AnnotationRule {
  static let about = RuleAbout(
    id: "keypoint-count-mismatch",
    severity: .error,
    summary: "an object with another number of keypoints than its category has",
    rationale: """
      Keypoints are told apart by their position in the list. One too few or too many, and every \
      name after the gap means another point; pycocotools stops, or compares the left eye with the \
      right one.
      """,
    fix: "write all keypoints of the category, [0, 0, 0] for those that were not annotated",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [
          {"id": 1, "name": "bird", "keypoints": ["beak", "left_eye", "right_eye"]}
        ],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 40, 40], "keypoints": [20, 20, 2, 30, 20, 2]}
        ]
      }
      """
    ],
    clean: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [
          {"id": 1, "name": "bird", "keypoints": ["beak", "left_eye", "right_eye"]}
        ],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 40, 40], "keypoints": [20, 20, 2, 0, 0, 0, 30, 20, 2]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [60, 10, 20, 30]}
        ]
      }
      """
    ]
  )

  func check(_ row: Int, of dataset: Dataset, into findings: inout FindingCollector) {
    let count = dataset.keypoints(ofAnnotation: row).count
    let category = dataset.annotations.categories[row]
    guard count > 0, category >= 0 else { return }
    let expected = dataset.categories.keypointNames[Int(category)].count
    // A category that names none is not known to have a number of them.
    guard expected > 0, count != expected else { return }
    findings.report(annotation: row) {
      let message = "\(count) keypoints; expected the \(expected) of its category"
      return dataset.finding(Self.about, annotation: row, message)
    }
  }
}
