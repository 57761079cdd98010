import Annotations
import Findings
import Geometry

struct RepeatedPolygonPointsRule: OutlineRule {
  static let about = RuleAbout(
    id: "repeated-polygon-points",
    severity: .info,
    summary: "a polygon with a point twice in a row, or with all points on a line",
    rationale: """
      A double click leaves a point twice: harmless to most tools, but shapely and some \
      triangulations fail at it, and distances along the outline divide by zero. A polygon with all \
      of its points on one line covers nothing: its mask is empty or a hair. A last point that \
      closes the ring is as it should be.
      """,
    fix: "take the repeated point out; draw an outline that is a line again",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30], "segmentation": [[10, 10, 30, 10, 30, 10, 30, 40]]}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 20], "segmentation": [[10, 10, 20, 20, 30, 30]]}
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
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30], "segmentation": [[10, 10, 20, 10, 30, 10, 30, 40, 10, 10]]}
        ]
      }
      """
    ]
  )

  func check(_ outline: Outline, of dataset: Dataset, into findings: inout FindingCollector) {
    guard outline.shape.repeatsPoint || outline.shape.hasLine,
      case .polygons(let rings) = outline.segmentation
    else { return }
    for ring in rings {
      let points = dataset.segmentation.rings[Int(ring)]
      // `malformed-outline` has the others.
      guard points.count >= 6, points.count % 2 == 0 else { continue }
      let repeated = Polygon.repeatedPoints(points)
      let isLine = Polygon.isOnALine(points)
      guard repeated > 0 || isLine else { continue }
      findings.report(annotation: outline.row) {
        let polygon = "polygon \(ring - rings.lowerBound)"
        let message =
          isLine
          ? "\(polygon) has all of its points on one line; expected an area"
          : "\(polygon) has \(repeated) of \(points.count / 2) points twice in a row"
        return dataset.finding(Self.about, annotation: outline.row, message)
      }
      return
    }
  }
}
