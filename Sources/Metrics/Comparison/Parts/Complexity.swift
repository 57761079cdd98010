package import Findings

/// How much there is to see in an image: the objects of both sides, a matched pair counted once.
package struct Complexity: ImageSlicing {
  package static let key = SliceKey.complexity
  package static let values = ["0", "1–3", "4–9", "10–29", "30+"]

  package init(_ pairing: DatasetPairing) {}

  package func codes(of images: ComparedImages) -> [Int?] {
    images.indices.map { Self.code(objects: images.unionCount(of: $0)) }
  }

  static func value(objects: Int) -> String { values[code(objects: objects)] }

  /// The position in `values`.
  static func code(objects: Int) -> Int {
    switch objects {
    case 0: 0
    case 1...3: 1
    case 4...9: 2
    case 10...29: 3
    default: 4
    }
  }
}
