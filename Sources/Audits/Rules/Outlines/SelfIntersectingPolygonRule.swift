import Annotations
import Findings
import Geometry

struct SelfIntersectingPolygonRule: OutlineRule {
  static let about = RuleAbout(
    id: "self-intersecting-polygon",
    severity: .info,
    summary: "a polygon whose edges cross each other",
    rationale: """
      Which side of such an outline is the object depends on the tool: pycocotools fills by one \
      rule, OpenCV and shapely by others, and shapely refuses to intersect it. The areas that COCO \
      tools compute by the shoelace formula count a loop negatively. Small loops come from shaky \
      hands and matter little; a figure of eight loses half of the object. A ring in which more than \
      200 edges overlap each edge is not judged.
      """,
    fix: "draw the outline again without a loop, or split it in two polygons",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30], "segmentation": [[10, 10, 30, 40, 30, 10, 10, 40]]}
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
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30], "segmentation": [[10, 10, 30, 10, 30, 40, 10, 40, 10, 10]]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30], "segmentation": [[10, 10, 20, 25, 30, 10, 30, 40, 20, 25, 10, 40]]}
        ]
      }
      """
    ]
  )

  func check(_ outline: Outline, of dataset: Dataset, into findings: inout FindingCollector) {
    guard outline.shape.mayCross, case .polygons(let rings) = outline.segmentation else { return }
    for ring in rings {
      guard let (first, second) = Polygon.crossing(dataset.segmentation.rings[Int(ring)]) else {
        continue
      }
      findings.report(annotation: outline.row) {
        let message =
          "edges \(first) and \(second) of polygon \(ring - rings.lowerBound), counted from 0, cross"
        return dataset.finding(Self.about, annotation: outline.row, message)
      }
      return
    }
  }
}
