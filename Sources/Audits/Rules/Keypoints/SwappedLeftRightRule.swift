import Annotations
import Findings
import Geometry

struct SwappedLeftRightRule: AnnotationRule {
  static let about = RuleAbout(
    id: "swapped-left-right",
    severity: .info,
    summary: "the eyes say left and right the other way round than the shoulders",
    rationale: """
      Left and right are the object's own. Whoever takes them for the viewer's on some parts of a \
      body swaps pairs of points: pose models learn limbs that cross. It is suspected where the line \
      from left to right eye and the one from left to right shoulder point in opposite directions, \
      within 60°, and each is longer than a tenth of the box's longer side. A turned head does that \
      too, now and then.
      """,
    fix: "look at the object, and exchange the pair that is wrong",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [
          {"id": 1, "name": "person", "keypoints": ["left_eye", "right_eye", "left_shoulder", "right_shoulder"]}
        ],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 40, 40], "keypoints": [35, 20, 2, 25, 20, 2, 15, 40, 2, 45, 40, 2]}
        ]
      }
      """
    ],
    clean: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [
          {"id": 1, "name": "person", "keypoints": ["left_eye", "right_eye", "left_shoulder", "right_shoulder"]}
        ],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 40, 40], "keypoints": [35, 20, 2, 25, 20, 2, 45, 40, 2, 15, 40, 2]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [10, 10, 40, 40], "keypoints": [35, 20, 2, 25, 20, 0, 15, 40, 2, 45, 40, 2]},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [10, 10, 40, 40], "keypoints": [31, 20, 2, 29, 20, 2, 15, 40, 2, 45, 40, 2]}
        ]
      }
      """
    ]
  )

  /// The shortest line that has a direction, as a share of the box's longer side.
  private let leastLength: Double

  init() { self.init(settings: RuleSettings()) }

  init(settings: RuleSettings) { leastLength = settings.keypointLineLength }

  func check(_ row: Int, of dataset: Dataset, into findings: inout FindingCollector) {
    guard dataset.annotations.keypointRows[row] != AnnotationTable.noKeypoints,
      let eyes = line("eye", row, dataset), let shoulders = line("shoulder", row, dataset)
    else { return }
    let (eyesLength, shouldersLength) = (eyes.length, shoulders.length)
    let box = dataset.annotations.boxes[row]
    let shortest = leastLength * max(box.width, box.height)
    guard eyesLength > shortest, shouldersLength > shortest, shortest > 0 else { return }
    let cosine = (eyes.x * shoulders.x + eyes.y * shoulders.y) / (eyesLength * shouldersLength)
    guard cosine < -0.5 else { return }
    findings.report(annotation: row) {
      dataset.finding(
        Self.about,
        annotation: row,
        "left and right eye lie the other way round than left and right shoulder; one pair may be swapped",
        evidence: ["cosine": cosine]
      )
    }
  }

  /// From the left to the right one of a pair of points, where both are labelled.
  private func line(_ part: String, _ row: Int, _ dataset: Dataset) -> Line? {
    guard let left = dataset.keypoint("left_" + part, ofAnnotation: row),
      let right = dataset.keypoint("right_" + part, ofAnnotation: row)
    else { return nil }
    return Line(x: right.x - left.x, y: right.y - left.y)
  }

  private struct Line {
    var x: Double
    var y: Double
    var length: Double { (x * x + y * y).squareRoot() }
  }
}
