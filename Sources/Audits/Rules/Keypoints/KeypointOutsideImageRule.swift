import Annotations
import Findings
import Geometry

struct KeypointOutsideImageRule: AnnotationRule {
  static let about = RuleAbout(
    id: "keypoint-outside-image",
    severity: .warning,
    summary: "a labelled keypoint outside of its image",
    rationale: """
      A point that cannot be seen has no place that anybody could have marked; it was guessed, or \
      belongs to another image size. Heatmap models drop it or write past their map, and the \
      similarity of every prediction for this object falls. 1 px is tolerated (--bounds-tolerance). \
      Points of visibility 0 are not looked at.
      """,
    fix: "mark the point as not labelled, or correct its place",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [
          {"id": 1, "name": "bird", "keypoints": ["beak", "left_eye", "right_eye"]}
        ],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 40, 40], "keypoints": [20, 20, 2, 30, 20, 2, 130, 20, 2]}
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
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 40, 40], "keypoints": [20, 20, 2, 101, 20, 1, 130, 20, 0]}
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
    guard dataset.annotations.keypointRows[row] != AnnotationTable.noKeypoints, image >= 0,
      let size = dataset.images.sizes[Int(image)]
    else { return }
    let whole = Box(x: 0, y: 0, width: Double(size.width), height: Double(size.height))
    let outside = dataset.keypoints(ofAnnotation: row, outside: whole, tolerance: tolerance)
    guard let first = outside.first else { return }
    findings.report(annotation: row) {
      let name = dataset.keypointText(first, ofAnnotation: row)
      let message =
        "\(outside.count) labelled keypoints outside of the image of \(size.width) × \(size.height) px, \(name) first; "
        + "at most \(tolerance.messageText) px is tolerated"
      return dataset.finding(Self.about, annotation: row, message)
    }
  }
}
