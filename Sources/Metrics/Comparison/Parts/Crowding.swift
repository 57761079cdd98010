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

  package func codes(of images: ComparedImages) -> [Int?] {
    var own: [Box] = []
    return images.indices.map { image in
      guard images.unionCount(of: image) > 0 else { return nil }
      var code = 0
      for side in Side.allCases where code < Self.most {
        own.removeAll(keepingCapacity: true)
        for pair in images.pairs[images.pairs(of: image)] {
          own.append(side == .a ? boxes.a[pair.a] : boxes.b[pair.b])
        }
        for object in images.unmatched[side][images.unmatched(of: image, on: side)] {
          own.append(side == .a ? boxes.a[object.row] : boxes.b[object.row])
        }
        code = max(code, Self.code(of: own))
      }
      return code
    }
  }

  /// The value of an image in which a side has these boxes.
  static func value(of boxes: [[Box]]) -> String { values[boxes.map(code).max() ?? 0] }

  private static let most = values.count - 1

  private static func code(largestIoU: Double) -> Int {
    switch largestIoU {
    case 0: 0
    case ..<0.1: 1
    case ..<0.3: 2
    default: most
    }
  }

  /// By the largest IoU of any two of the boxes; 0 for fewer than two.
  private static func code(of boxes: [Box]) -> Int {
    var largest = 0.0
    for (position, box) in boxes.enumerated() {
      for other in boxes[..<position] { largest = max(largest, box.iou(with: other)) }
      // No further box can change the value.
      if code(largestIoU: largest) == most { return most }
    }
    return code(largestIoU: largest)
  }
}
