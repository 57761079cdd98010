package import Annotations
package import Findings
import Geometry

/// Stated areas that do not fit the box.
package struct AreaBoxMismatchRule: ImageRule {
  package static let about = RuleAbout(
    id: "area-box-mismatch",
    severity: .warning,
    summary:
      "a stated area that is larger than the box, or differs from it where there is no outline",
    rationale: """
      COCO's small, medium and large are cut by the stated area, so the object is evaluated in the \
      wrong group. An area of 0 puts it among the smallest.
      """,
    fix: "compute 'area' again, from the outline or else from the box",
    triggering: [
      """
      {"images": [{"id": 1, "file_name": "1.jpg"}],
       "categories": [{"id": 1, "name": "cat"}],
       "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 20], "area": 900}]}
      """,
      """
      {"images": [{"id": 1, "file_name": "1.jpg"}],
       "categories": [{"id": 1, "name": "cat"}],
       "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 20], "area": 0}]}
      """,
    ],
    clean: [
      """
      {"images": [{"id": 1, "file_name": "1.jpg"}],
       "categories": [{"id": 1, "name": "cat"}],
       "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 20], "area": 400.5},
                       {"id": 2, "image_id": 1, "category_id": 1, "bbox": [50, 50, 20, 20], "area": 200,
                        "segmentation": [[50, 50, 70, 50, 50, 70]]},
                       {"id": 3, "image_id": 1, "category_id": 1, "bbox": [80, 80, 5, 5]}]}
      """
    ]
  )

  package init(_ settings: RuleSettings) {}

  package func check(_ slice: Dataset.Slice, into findings: inout FindingCollector) {
    let dataset = slice.dataset
    let table = dataset.annotations
    for row in slice.annotations {
      let boxArea = table.boxes[row].area
      // A box without extent is another rule's finding.
      guard let stated = table.statedAreas[row], boxArea > 0 else { continue }
      // 1 % and 1 px² leave room for rounded boxes and for masks counted in whole pixels.
      let tolerance = boxArea * 0.01 + 1
      let isTooLarge = stated > boxArea + tolerance
      let isTooSmall = table.segmentations[row] == .none && stated < boxArea - tolerance
      guard isTooLarge || isTooSmall else { continue }
      findings.report {
        dataset.finding(
          Self.about,
          annotation: row,
          "area is stated as \(stated.inWords) px²; the box has \(boxArea.inWords) px²",
          evidence: ["area": stated, "box-area": boxArea]
        )
      }
    }
  }
}
