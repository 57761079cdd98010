import Annotations
import Findings
import Geometry
import Metrics

struct MaskOutsideBoxRule: AnnotationRule {
  static let about = RuleAbout(
    id: "mask-outside-box",
    severity: .warning,
    summary: "a mask that reaches over an edge of its box",
    rationale: """
      The box of a masked object is the smallest one around it. Where the two disagree, one belongs \
      to another object or another image size: box scores and mask scores then judge different \
      things, and a crop by the box cuts the object. 1 px is tolerated for rounding.
      """,
    fix: "compute the box again from the mask, if the mask is right",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 5, 80], "segmentation": {"counts": [0, 800, 7200], "size": [80, 100]}}
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
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 9, 80], "segmentation": {"counts": [0, 800, 7200], "size": [80, 100]}},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [0, 0, 50, 80], "segmentation": {"counts": [0, 800, 7200], "size": [80, 100]}}
        ]
      }
      """
    ]
  )

  /// In px.
  private let tolerance: Double

  init() { self.init(settings: RuleSettings()) }

  init(settings: RuleSettings) { tolerance = settings.polygonTolerance }

  func check(_ row: Int, of dataset: Dataset, into findings: inout FindingCollector) {
    guard case .mask = dataset.annotations.segmentations[row] else { return }
    let box = dataset.annotations.boxes[row]
    // A box without extent and runs that miss their size have findings of their own.
    guard box.area > 0, let mask = dataset.mask(ofAnnotation: row, imageSize: nil), mask.area > 0
    else { return }
    let overhang = Overhang(of: mask.bounds, over: box)
    guard overhang.exceeds(tolerance) else { return }
    findings.report(annotation: row) {
      let reach = overhang.text(beyond: tolerance)
      let message =
        "mask reaches \(reach) of its box; at most \(tolerance.messageText) px is tolerated"
      return dataset.finding(Self.about, annotation: row, message, evidence: mask.bounds.asOther)
    }
  }
}
