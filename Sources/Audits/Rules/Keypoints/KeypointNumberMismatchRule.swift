import Annotations
import Findings

struct KeypointNumberMismatchRule: AnnotationRule {
  static let about = RuleAbout(
    id: "keypoint-number-mismatch",
    severity: .warning,
    summary: "a 'num_keypoints' that is not the number of labelled keypoints",
    rationale: """
      'num_keypoints' of COCO counts the keypoints whose v is above 0. pycocotools takes it at its word: an \
      object with 0 is left out of the evaluation, so that a detection of it is neither right nor wrong, and \
      one that says more than it has is expected to be found without a point to compare.
      """,
    fix: "write how many keypoints have v above 0, or leave the number out",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [
          {"id": 1, "name": "bird", "keypoints": ["beak", "left_eye", "right_eye"]}
        ],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 40, 40], "num_keypoints": 3,
           "keypoints": [20, 20, 2, 30, 20, 1, 0, 0, 0]}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [
          {"id": 1, "name": "bird", "keypoints": ["beak", "left_eye", "right_eye"]}
        ],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 40, 40], "num_keypoints": 2}
        ]
      }
      """,
    ],
    clean: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [
          {"id": 1, "name": "bird", "keypoints": ["beak", "left_eye", "right_eye"]}
        ],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 40, 40], "num_keypoints": 2,
           "keypoints": [20, 20, 2, 30, 20, 1, 0, 0, 0]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [60, 10, 20, 30],
           "keypoints": [70, 20, 2, 0, 0, 0, 0, 0, 0]},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [60, 50, 20, 20], "num_keypoints": 0}
        ]
      }
      """
    ]
  )

  func check(_ row: Int, of dataset: Dataset, into findings: inout FindingCollector) {
    guard dataset.annotations.flags[row].hasAny(of: .wrongKeypointNumber) else { return }
    findings.report(annotation: row) {
      let labelled = dataset.keypoints(ofAnnotation: row).count { $0.visibility != .unlabelled }
      let message = "'num_keypoints' is not the number of labelled keypoints; expected \(labelled)"
      return dataset.finding(Self.about, annotation: row, message)
    }
  }
}
