package import Findings

/// How many categories either side used in an image.
package struct CategoryVariety: ImageSlicing {
  package static let key = SliceKey.categories
  package static let values = ["0", "1", "2–3", "4+"]

  package init(_ pairing: DatasetPairing) {}

  package func value(of image: ComparedImage) -> String? {
    var used: Set<Int32> = []
    for pair in image.pairs {
      used.insert(pair.categories.a)
      used.insert(pair.categories.b)
    }
    for side in Side.allCases {
      for object in image.unmatched[side] { used.insert(object.category) }
    }
    return Self.value(categories: used.count)
  }

  static func value(categories: Int) -> String {
    switch categories {
    case 0: "0"
    case 1: "1"
    case 2...3: "2–3"
    default: "4+"
    }
  }
}
