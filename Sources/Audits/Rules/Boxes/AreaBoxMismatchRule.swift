import Annotations
import Findings
import Geometry

struct AreaBoxMismatchRule: AnnotationRule {
  static let about = RuleAbout(
    id: "area-box-mismatch",
    severity: .warning,
    summary: "a stated area that cannot be that of the box or mask",
    rationale: """
      pycocotools sorts objects into small, medium and large by the stated 'area', not by the box, so \
      that a wrong one moves the object into another score or into none; MMDetection drops objects \
      whose area is not above 0. An outline may cover any part of its box but not more; without an \
      outline the area is the box's; a run-length mask is counted. 1 % and 1 px² are tolerated, and \
      25 % for the mask of a crowd region, where COCO itself is off by up to 13 %.
      """,
    fix: "compute 'area' again from the outline, or from the box where there is none",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30], "area": 900,
           "segmentation": [[10, 10, 30, 10, 30, 40, 10, 40]]}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30], "area": 300}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 10, "height": 10}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 5, 10], "area": 30,
           "iscrowd": 1, "segmentation": {"counts": [0, 50, 50], "size": [10, 10]}}
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
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30], "area": 606},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [60, 10, 20, 30], "area": 300,
           "segmentation": [[60, 10, 80, 10, 60, 40]]},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [10, 45, 20, 30]}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 10, "height": 10}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 5, 10], "area": 45,
           "iscrowd": 1, "segmentation": {"counts": [0, 40, 60], "size": [10, 10]}}
        ]
      }
      """,
    ]
  )

  private let tolerance: Double
  private let crowdTolerance: Double

  init() { self.init(settings: RuleSettings()) }

  init(settings: RuleSettings) {
    tolerance = settings.areaTolerance
    crowdTolerance = settings.crowdAreaTolerance
  }

  func check(_ row: Int, of dataset: Dataset, into findings: inout FindingCollector) {
    guard let stated = dataset.annotations.statedAreas[row],
      let (measured, source) = contradiction(to: stated, ofAnnotation: row, in: dataset)
    else { return }
    findings.report(annotation: row) {
      dataset.finding(
        Self.about,
        annotation: row,
        "stated area is \(stated.messageText) px²; "
          + "expected \(source) \(measured.messageText) px²",
        evidence: ["stated-area": stated, "measured-area": measured]
      )
    }
  }

  /// The measured area that the stated one cannot be, and how a message names it.
  private func contradiction(
    to stated: Double,
    ofAnnotation row: Int,
    in dataset: Dataset
  ) -> (measured: Double, source: String)? {
    let box = dataset.annotations.boxes[row].area
    // A box without extent has a finding of its own.
    guard box > 0 else { return nil }
    if stated > box && !isClose(stated, to: box, share: tolerance) {
      return (box, "at most the box's")
    }
    switch dataset.annotations.segmentations[row] {
    case .none where dataset.annotations.flags[row].hasAny(of: .outlineElsewhere), .polygons:
      return stated > 0 ? nil : (box, "above 0 and at most the box's")
    case .none:
      return isClose(stated, to: box, share: tolerance) ? nil : (box, "the box's")
    case .mask(let mask):
      let covered = Double(dataset.segmentation.maskArea(mask))
      let isCrowd = dataset.annotations.flags[row].hasAny(of: .crowd)
      let share = isCrowd ? crowdTolerance : tolerance
      return isClose(stated, to: covered, share: share) ? nil : (covered, "the mask's")
    }
  }

  private func isClose(_ stated: Double, to measured: Double, share: Double) -> Bool {
    abs(stated - measured) <= share * measured + 1
  }
}
