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

  package func code(of pair: ObjectPair) -> Int {
    Self.code(area: (boxes.a[pair.a].area + boxes.b[pair.b].area) / 2)
  }

  package func code(of object: UnmatchedObject, side: Side) -> Int {
    Self.code(area: side == .a ? boxes.a[object.row].area : boxes.b[object.row].area)
  }

  /// The size of an object whose box has this area in px².
  package static func value(area: Double) -> String { values[code(area: area)] }

  private static func code(area: Double) -> Int {
    switch area {
    case ..<(32 * 32): 0
    case ..<(96 * 96): 1
    default: 2
    }
  }
}
