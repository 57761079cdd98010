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
    return Self.value(
      largestIoU: max(
        Self.largestIoU(of: image.pairs.map(\.a) + image.unmatched.a.map(\.row), boxes.a),
        Self.largestIoU(of: image.pairs.map(\.b) + image.unmatched.b.map(\.row), boxes.b)
      )
    )
  }

  static func value(largestIoU: Double) -> String {
    switch largestIoU {
    case 0: "0"
    case ..<0.1: "<0.1"
    case ..<0.3: "0.1–0.3"
    default: "0.3+"
    }
  }

  /// The largest IoU of any two of these rows' boxes; 0 for fewer than two.
  static func largestIoU(of rows: [Int], _ boxes: [Box]) -> Double {
    var largest = 0.0
    for (position, row) in rows.enumerated() {
      for other in rows[..<position] {
        largest = max(largest, boxes[row].iou(with: boxes[other]))
      }
    }
    return largest
  }
}
