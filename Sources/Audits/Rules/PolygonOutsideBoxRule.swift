package import Annotations
package import Findings
import Geometry

/// Outlines that leave their box.
package struct PolygonOutsideBoxRule: ImageRule {
  package static let about = RuleAbout(
    id: "polygon-outside-box",
    severity: .warning,
    summary: "an outline that leaves its box by more than 1 px",
    rationale: """
      Box and outline cannot both be right: detectors learn one object and segmenters another. \
      Usually one of the two was corrected and the other was not.
      """,
    fix: "compute the box again from the outline, once the outline is right",
    triggering: [
      """
      {"images": [{"id": 1, "file_name": "1.jpg"}],
       "categories": [{"id": 1, "name": "cat"}],
       "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 20],
                        "segmentation": [[10, 10, 40, 10, 10, 30]]}]}
      """
    ],
    clean: [
      """
      {"images": [{"id": 1, "file_name": "1.jpg"}],
       "categories": [{"id": 1, "name": "cat"}],
       "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 20],
                        "segmentation": [[9.2, 10, 30.9, 10, 10, 30]]}]}
      """
    ]
  )

  /// How far an outline may leave its box, in pixels: boxes are often rounded to whole ones.
  private static let tolerance = 1.0

  package init(_ settings: RuleSettings) {}

  package func check(_ slice: Dataset.Slice, into findings: inout FindingCollector) {
    let dataset = slice.dataset
    for row in slice.annotations {
      guard let bounds = dataset.polygonBounds(ofAnnotation: row) else { continue }
      let box = dataset.annotations.boxes[row]
      let beyond = [
        ("left", box.x - bounds.x), ("top", box.y - bounds.y),
        ("right", bounds.right - box.right), ("bottom", bounds.bottom - box.bottom),
      ].filter { $0.1 > Self.tolerance }
      if beyond.isEmpty { continue }
      findings.report {
        let edges = beyond.map { "\($0.0) by \($0.1.inWords) px" }.joined(separator: ", ")
        return dataset.finding(
          Self.about,
          annotation: row,
          "the outline leaves the box on the \(edges); at most \(Self.tolerance.inWords) px is allowed",
          evidence: [
            "other-x": bounds.x, "other-y": bounds.y,
            "other-width": bounds.width, "other-height": bounds.height,
          ]
        )
      }
    }
  }
}
