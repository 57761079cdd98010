import Annotations
import Findings
import Geometry

struct KeypointOutsideBoxRule: AnnotationRule {
  static let about = RuleAbout(
    id: "keypoint-outside-box",
    severity: .info,
    summary: "a labelled keypoint outside of the box of its object",
    rationale: """
      The box holds all of the object that can be seen, so that a point outside belongs to another \
      object, or the box is too tight. Models that crop by the box never see the point. A tenth of \
      each side is tolerated, since hands and feet are often just beyond the edge, and points that \
      are marked as hidden are not looked at.
      """,
    fix: "draw the box around all visible points, or move the point to its own object",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [
          {"id": 1, "name": "bird", "keypoints": ["beak", "left_eye", "right_eye"]}
        ],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 40, 40], "keypoints": [20, 20, 2, 30, 20, 2, 90, 20, 2]}
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
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 40, 40], "keypoints": [20, 20, 2, 90, 20, 1, 53, 20, 2]}
        ]
      }
      """
    ]
  )

  /// A share of each side.
  private let tolerance: Double

  init() { self.init(settings: RuleSettings()) }

  init(settings: RuleSettings) { tolerance = settings.keypointBoxTolerance }

  func check(_ row: Int, of dataset: Dataset, into findings: inout FindingCollector) {
    let box = dataset.annotations.boxes[row]
    guard dataset.annotations.keypointRows[row] != AnnotationTable.noKeypoints, box.area > 0 else {
      return
    }
    let wider = Box(
      x: box.x - tolerance * box.width,
      y: box.y - tolerance * box.height,
      width: box.width * (1 + 2 * tolerance),
      height: box.height * (1 + 2 * tolerance)
    )
    let points = dataset.keypoints(ofAnnotation: row)
    let outside = dataset.keypoints(ofAnnotation: row, outside: wider, tolerance: 1).filter {
      points[points.startIndex + $0].visibility == .visible
    }
    guard let first = outside.first else { return }
    findings.report(annotation: row) {
      let name = dataset.keypointText(first, ofAnnotation: row)
      let message =
        "\(outside.count) visible keypoints outside of the box, \(name) first; expected them inside"
      return dataset.finding(Self.about, annotation: row, message)
    }
  }
}
