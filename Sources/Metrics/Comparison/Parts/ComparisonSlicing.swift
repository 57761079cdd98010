package import Findings

/// A property by which compared objects are cut into parts; each object stands in one part at most.
package protocol ComparisonSlicing: Sendable {
  static var key: SliceKey { get }
  /// Every value in the order of a report; empty where the values are names, which are sorted.
  static var values: [String] { get }

  init(_ pairing: DatasetPairing)

  /// The image cut by the property: each value with the objects that have it.
  func parts(of image: ComparedImage) -> [(value: String, image: ComparedImage)]
}

extension ComparisonSlicing {
  package static var values: [String] { [] }
}

/// A property of the image, so that all its objects stand in the same part.
package protocol ImageSlicing: ComparisonSlicing {
  /// The image's value, or `nil` where it has none and stands in no part.
  func value(of image: ComparedImage) -> String?
}

extension ImageSlicing {
  package func parts(of image: ComparedImage) -> [(value: String, image: ComparedImage)] {
    value(of: image).map { [(value: $0, image: image)] } ?? []
  }
}

/// A property of the single object; a pair has one value for both of its objects.
///
/// An object without a value stands in no part.
package protocol ObjectSlicing: ComparisonSlicing {
  func value(of pair: ObjectPair) -> String?
  func value(of object: UnmatchedObject, side: Side) -> String?
}

extension ObjectSlicing {
  package func parts(of image: ComparedImage) -> [(value: String, image: ComparedImage)] {
    var parts: [String: ComparedImage] = [:]
    let empty = ComparedImage(index: image.index)
    for pair in image.pairs {
      guard let value = value(of: pair) else { continue }
      parts[value, default: empty].pairs.append(pair)
    }
    for side in Side.allCases {
      for object in image.unmatched[side] {
        guard let value = value(of: object, side: side) else { continue }
        parts[value, default: empty].unmatched[side].append(object)
      }
    }
    return parts.sorted { $0.key < $1.key }.map { (value: $0.key, image: $0.value) }
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
