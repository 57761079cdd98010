import Annotations
import Findings
import Geometry

struct PolygonOutsideBoxRule: OutlineRule {
  static let about = RuleAbout(
    id: "polygon-outside-box",
    severity: .warning,
    summary: "a polygon that reaches over an edge of its box",
    rationale: """
      The box of an outlined object is the smallest one around it. Where the two disagree, one of them \
      belongs to another object or another image size: box scores and mask scores then judge \
      different things, and a crop by the box cuts the object. 1 px is tolerated for rounding.
      """,
    fix: "compute the box again from the polygon, if the polygon is right",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30],
           "segmentation": [[10, 10, 42, 10, 30, 40]]}
        ]
      }
      """
    ],
    clean: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30],
           "segmentation": [[9, 9, 31, 9, 31, 41], [12, 12, 20, 12, 20, 20]]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [60, 10, 20, 30],
           "segmentation": [[65, 20, 70, 20, 70, 30]]}
        ]
      }
      """
    ]
  )

  /// In px.
  private let tolerance: Double

  init() { self.init(settings: RuleSettings()) }

  init(settings: RuleSettings) { tolerance = settings.polygonTolerance }

  func check(_ outline: Outline, of dataset: Dataset, into findings: inout FindingCollector) {
    let row = outline.row
    let box = dataset.annotations.boxes[row]
    // A box without extent has a finding of its own.
    guard box.area > 0, let bounds = outline.shape.bounds else { return }
    let overhang = Overhang(of: bounds, over: box)
    guard overhang.exceeds(tolerance) else { return }
    findings.report(annotation: row) {
      let reach = overhang.text(beyond: tolerance)
      let message =
        "polygon reaches \(reach) of its box; at most \(tolerance.messageText) px is tolerated"
      return dataset.finding(Self.about, annotation: row, message, evidence: bounds.asOther)
    }
  }
}
