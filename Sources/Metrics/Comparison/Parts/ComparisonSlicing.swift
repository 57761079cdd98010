package import Findings

/// A property by which compared objects are cut into parts; each object stands in one part at most.
package protocol ComparisonSlicing: Sendable {
  static var key: SliceKey { get }
  /// Every value in the order of a report; empty where the values are names.
  static var values: [String] { get }

  init(_ pairing: DatasetPairing)

  /// The values that an object can have here, in the order of a report; none where nothing is known.
  var values: [String] { get }

  /// The objects that have each of the values, in as many images as have any of them.
  func parts(of images: ComparedImages) -> [ComparedImages]
}

extension ComparisonSlicing {
  package static var values: [String] { [] }

  package var values: [String] { Self.values }
}

/// A property of the image, so that all its objects stand in the same part.
package protocol ImageSlicing: ComparisonSlicing {
  /// The position in `values` of the value of each image, or `nil` where it has none and stands in no part.
  func codes(of images: ComparedImages) -> [Int?]
}

extension ImageSlicing {
  package func parts(of images: ComparedImages) -> [ComparedImages] {
    let codes = codes(of: images)
    return values.indices.map { value in
      images.images(at: images.indices.filter { codes[$0] == value })
    }
  }
}

/// A property of the single object; a pair has one value for both of its objects.
///
/// An object has the value at a position in `values`.
package protocol ObjectSlicing: ComparisonSlicing {
  func code(of pair: ObjectPair) -> Int
  func code(of object: UnmatchedObject, side: Side) -> Int
}

extension ObjectSlicing {
  package func parts(of images: ComparedImages) -> [ComparedImages] {
    var pairs = values.map { _ in 0 }
    for pair in images.pairs { pairs[code(of: pair)] += 1 }
    var parts = pairs.map { ComparedImages(images: 0, pairs: $0) }
    // By part: the image that was opened last.
    var opened = values.map { _ in -1 }
    func open(_ part: Int, _ image: Int) {
      guard opened[part] != image else { return }
      opened[part] = image
      parts[part].open(images.index(of: image))
    }
    for image in images.indices {
      for pair in images.pairs[images.pairs(of: image)] {
        let part = code(of: pair)
        open(part, image)
        parts[part].append(pair)
      }
      for side in Side.allCases {
        for object in images.unmatched[side][images.unmatched(of: image, on: side)] {
          let part = code(of: object, side: side)
          open(part, image)
          parts[part].append(object, on: side)
        }
      }
    }
    return parts
  }
}

/// Every way to cut a comparison; a new one is a file and a line here.
package enum SlicingCatalog {
  package static let all: [any ComparisonSlicing.Type] = [
    Complexity.self,
    CategoryVariety.self,
    Crowding.self,
    ObjectSize.self,
    Visibility.self,
    Scene.self,
    Split.self,
  ]
}
