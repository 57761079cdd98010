package import Findings

/// How much there is to see in an image: the objects of both sides, a matched pair counted once.
package struct Complexity: ImageSlicing {
  package static let key = SliceKey.complexity
  package static let values = ["0", "1–3", "4–9", "10–29", "30+"]

  package init(_ pairing: DatasetPairing) {}

  package func value(of image: ComparedImage) -> String? { Self.value(objects: image.unionCount) }

  static func value(objects: Int) -> String {
    switch objects {
    case 0: "0"
    case 1...3: "1–3"
    case 4...9: "4–9"
    case 10...29: "10–29"
    default: "30+"
    }
  }
}
