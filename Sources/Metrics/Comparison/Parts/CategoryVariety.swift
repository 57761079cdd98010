package import Findings

/// How many categories either side used in an image.
package struct CategoryVariety: ImageSlicing {
  package static let key = SliceKey.categories
  package static let values = ["0", "1", "2–3", "4+"]

  /// Declared categories.
  private let categories: Int

  package init(_ pairing: DatasetPairing) { categories = pairing.categories.count }

  package func codes(of images: ComparedImages) -> [Int?] {
    // By category: the image in which it was used last.
    var lastUse = [Int](repeating: -1, count: categories)
    return images.indices.map { image in
      var used = 0
      func use(_ category: Int32) {
        guard lastUse[Int(category)] != image else { return }
        lastUse[Int(category)] = image
        used += 1
      }
      for pair in images.pairs[images.pairs(of: image)] {
        use(pair.categories.a)
        use(pair.categories.b)
      }
      for side in Side.allCases {
        for object in images.unmatched[side][images.unmatched(of: image, on: side)] {
          use(object.category)
        }
      }
      return Self.code(categories: used)
    }
  }

  static func value(categories: Int) -> String { values[code(categories: categories)] }

  private static func code(categories: Int) -> Int {
    switch categories {
    case 0: 0
    case 1: 1
    case 2...3: 2
    default: 3
    }
  }
}
