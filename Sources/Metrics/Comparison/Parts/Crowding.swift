import Annotations
package import Findings
import Geometry

/// How much the objects of an image overlap: the largest IoU of two objects of the same side.
package struct Crowding: ImageSlicing {
  package static let key = SliceKey.crowding
  package static let values = ["0", "<0.1", "0.1–0.3", "0.3+"]

  private let boxes: Sides<[Box]>

  package init(_ pairing: DatasetPairing) {
    boxes = Sides(a: pairing.a.annotations.boxes, b: pairing.b.annotations.boxes)
  }

  package func value(of image: ComparedImage) -> String? {
    guard image.unionCount > 0 else { return nil }
    let largest = max(
      largestIoU(of: image.pairs.map(\.a) + image.unmatched.a.map(\.row), boxes.a),
      largestIoU(of: image.pairs.map(\.b) + image.unmatched.b.map(\.row), boxes.b)
    )
    switch largest {
    case 0: return "0"
    case ..<0.1: return "<0.1"
    case ..<0.3: return "0.1–0.3"
    default: return "0.3+"
    }
  }

  private func largestIoU(of rows: [Int], _ boxes: [Box]) -> Double {
    var largest = 0.0
    for (position, row) in rows.enumerated() {
      for other in rows[..<position] {
        largest = max(largest, boxes[row].iou(with: boxes[other]))
      }
    }
    return largest
  }
}
