package import Annotations
package import Findings
import Geometry

/// Boxes that reach beyond their image, on any of the four edges.
package struct BoxOutOfBoundsRule: ImageRule {
  package static let about = RuleAbout(
    id: "box-out-of-bounds",
    severity: .error,
    summary: "a box that reaches beyond its image by more than the tolerance",
    rationale: """
      Crops and augmentations fail or shift the box; a model cannot predict what lies outside, so \
      the box costs IoU for ever. Many at once mean that another image size or orientation was meant.
      """,
    fix: "cut the box at the image's edge, or check that the stated image size is right",
    triggering: [
      """
      {"images": [{"id": 1, "file_name": "1.jpg", "width": 100, "height": 100}],
       "categories": [{"id": 1, "name": "cat"}],
       "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [-30, 10, 50, 12]}]}
      """,
      """
      {"images": [{"id": 1, "file_name": "1.jpg", "width": 100, "height": 100}],
       "categories": [{"id": 1, "name": "cat"}],
       "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 90, 20, 30]}]}
      """,
    ],
    clean: [
      """
      {"images": [{"id": 1, "file_name": "1.jpg", "width": 100, "height": 100},
                  {"id": 2, "file_name": "2.jpg"}],
       "categories": [{"id": 1, "name": "cat"}],
       "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [-0.6, 0, 100.7, 100]},
                       {"id": 2, "image_id": 2, "category_id": 1, "bbox": [0, 0, 5000, 5000]}]}
      """
    ]
  )

  private let tolerance: Double

  package init(_ settings: RuleSettings) { tolerance = settings.boundsTolerance }

  package func check(_ slice: Dataset.Slice, into findings: inout FindingCollector) {
    let dataset = slice.dataset
    for image in slice.images {
      let size = dataset.images.sizes[image]
      for row in dataset.annotations(ofImage: image) {
        let beyond = edgesBeyond(dataset.annotations.boxes[row], size)
        if beyond.isEmpty { continue }
        findings.report {
          let edges = beyond.map { "\($0.edge) by \($0.pixels.inWords) px" }
          let place = size.map { " of its \($0.width) × \($0.height) px image" } ?? ""
          return dataset.finding(
            Self.about,
            annotation: row,
            "box reaches beyond the \(edges.joined(separator: ", "))\(place);"
              + " at most \(tolerance.inWords) px is allowed"
          )
        }
      }
    }
  }

  /// The edges that a box crosses by more than the tolerance; right and bottom need the image's size.
  private func edgesBeyond(_ box: Box, _ size: ImageSize?) -> [(edge: String, pixels: Double)] {
    var edges = [("left edge", -min(box.x, box.right)), ("top edge", -min(box.y, box.bottom))]
    if let size {
      edges.append(("right edge", max(box.x, box.right) - Double(size.width)))
      edges.append(("bottom edge", max(box.y, box.bottom) - Double(size.height)))
    }
    return edges.filter { $0.1 > tolerance }.map { (edge: $0.0, pixels: $0.1) }
  }
}
