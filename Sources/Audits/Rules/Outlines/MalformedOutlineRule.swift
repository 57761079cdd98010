import Annotations
import Findings
import Geometry

struct MalformedOutlineRule: OutlineRule {
  static let about = RuleAbout(
    id: "malformed-outline",
    severity: .error,
    summary: "a polygon of too few or unpaired numbers, or a mask whose runs miss its size",
    rationale: """
      A polygon needs three points of x and y, and the runs of a mask must add up to its height times \
      its width. pycocotools takes a polygon of four numbers for a box, and nobody knows which pixels \
      a mask means whose runs do not fit.
      """,
    fix: "draw the outline again, or take it out and keep the box",
    triggering: [
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30],
           "segmentation": [[10, 10, 30, 40]]}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30],
           "segmentation": [[10, 10, 30, 10, 30, 40, 10]]}
        ]
      }
      """,
      """
      {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 1, 2],
           "segmentation": {"counts": [0, 2, 5000], "size": [80, 100]}}
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
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 30],
           "segmentation": [[10, 10, 30, 10, 30, 40]]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [60, 10, 20, 30], "segmentation": [[]]},
          {"id": 3, "image_id": 1, "category_id": 1, "bbox": [0, 0, 1, 2],
           "segmentation": {"counts": [0, 2, 7998], "size": [80, 100]}}
        ]
      }
      """
    ]
  )

  init() {}

  func check(_ outline: Outline, of dataset: Dataset, into findings: inout FindingCollector) {
    guard let problem = problem(of: outline, in: dataset) else { return }
    findings.report(annotation: outline.row) {
      dataset.finding(Self.about, annotation: outline.row, problem())
    }
  }

  /// What is wrong, to be put into words only where it will be kept.
  private func problem(of outline: Outline, in dataset: Dataset) -> (() -> String)? {
    let table = dataset.segmentation
    switch outline.segmentation {
    case .none: return nil
    case .polygons(let rings):
      guard outline.shape.isIncomplete else { return nil }
      for ring in rings {
        let count = table.rings.coordinateCount(ofRing: Int(ring))
        // `[[]]` is how some exporters say that there is no outline.
        guard count > 0, count < 6 || count % 2 != 0 else { continue }
        let position = ring - rings.lowerBound
        return { "polygon \(position) has \(count) numbers; expected x and y of at least 3 points" }
      }
      return nil
    case .mask(let mask):
      let size = table.maskSizes[Int(mask)]
      let sum = table.runs[Int(mask)].reduce(0) { $0 + Int($1) }
      guard sum != size.height * size.width else { return nil }
      return { "runs add up to \(sum) px; expected \(size.height) × \(size.width)" }
    }
  }
}
