import Annotations
package import Findings
import Geometry

/// The size of an object by the area of its box, with COCO's limits 32² and 96² px².
///
/// A pair goes by the mean of its two areas, so that it has one size whichever side is asked.
package struct ObjectSize: ObjectSlicing {
  package static let key = SliceKey.size
  package static let values = ["small", "medium", "large"]

  private let boxes: Sides<[Box]>

  package init(_ pairing: DatasetPairing) {
    boxes = Sides(a: pairing.a.annotations.boxes, b: pairing.b.annotations.boxes)
  }

  package func value(of pair: ObjectPair) -> String? {
    Self.value(area: (boxes.a[pair.a].area + boxes.b[pair.b].area) / 2)
  }

  package func value(of object: UnmatchedObject, side: Side) -> String? {
    Self.value(area: boxes[side][object.row].area)
  }

  /// The size of an object whose box has this area in px².
  package static func value(area: Double) -> String {
    switch area {
    case ..<(32 * 32): "small"
    case ..<(96 * 96): "medium"
    default: "large"
    }
  }
}
