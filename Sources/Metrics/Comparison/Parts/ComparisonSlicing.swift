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
    var sizes = values.map { _ in (images: 0, pairs: 0) }
    for image in images.indices {
      guard let code = codes[image] else { continue }
      sizes[code].images += 1
      sizes[code].pairs += images.pairs(of: image).count
    }
    var parts = sizes.map { ComparedImages(images: $0.images, pairs: $0.pairs) }
    for image in images.indices {
      if let code = codes[image] { parts[code].append(image, of: images) }
    }
    return parts
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
    // Room that is not used costs nothing.
    var parts = values.map { _ in ComparedImages(images: images.count, pairs: images.pairs.count) }
    // By part: the image that was opened last.
    var opened = values.map { _ in -1 }
    func open(_ part: Int, _ image: Int) {
      guard opened[part] != image else { return }
      opened[part] = image
      parts[part].open(images.index(of: image))
    }
    for image in images.indices {
      for row in images.pairs(of: image) {
        let part = code(of: images.pairs[row])
        open(part, image)
        parts[part].append(images.pairs[row])
      }
      for row in images.unmatched(of: image, on: .a) {
        let part = code(of: images.unmatched.a[row], side: .a)
        open(part, image)
        parts[part].append(images.unmatched.a[row], on: .a)
      }
      for row in images.unmatched(of: image, on: .b) {
        let part = code(of: images.unmatched.b[row], side: .b)
        open(part, image)
        parts[part].append(images.unmatched.b[row], on: .b)
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
