import Annotations
import Findings

struct KeypointsAtOriginRule: AnnotationRule {
  static let about = RuleAbout(
    id: "keypoints-at-origin",
    severity: .warning,
    summary: "labelled keypoints that lie at the image corner 0, 0",
    rationale: """
      0, 0 is what is written for a point that nobody set. With a visibility of 1 or 2 it is taken \
      for a real place: training pulls the point into the corner, and an evaluation counts it as \
      annotated.
      """,
    fix: "give the points a visibility of 0, or mark their place",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [
          {"id": 1, "name": "bird", "keypoints": ["beak", "left_eye", "right_eye"]}
        ],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 40, 40], "keypoints": [0, 0, 2, 0, 0, 2, 0, 0, 1]}
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
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 40, 40], "keypoints": [0, 0, 0, 20, 20, 2, 1, 0, 1]}
        ]
      }
      """
    ]
  )

  func check(_ row: Int, of dataset: Dataset, into findings: inout FindingCollector) {
    let points = dataset.keypoints(ofAnnotation: row)
    let atOrigin = points.indices.filter {
      points[$0].visibility != .unlabelled && points[$0].x == 0 && points[$0].y == 0
    }
    guard let first = atOrigin.first else { return }
    findings.report(annotation: row) {
      let name = dataset.keypointText(first - points.startIndex, ofAnnotation: row)
      let message =
        "\(atOrigin.count) labelled keypoints are at 0, 0, \(name) first; expected a place in the object"
      return dataset.finding(Self.about, annotation: row, message)
    }
  }
}
