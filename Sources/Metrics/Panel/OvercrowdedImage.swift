package import Annotations
import Geometry

/// An image in which more objects of two annotators lie on each other than can be matched.
///
/// A broken export puts thousands of copies of one box into one image: k copies on either side make k² pairs, of
/// which the best k are found in k³ steps.
package struct OvercrowdedImage: Hashable, Sendable {
  package let name: String
  /// Of the two annotators, ascending: positions in the data sets.
  package let annotators: Sides<Int>
  /// How many objects each of them has in the image.
  package let objects: Sides<Int>

  /// So many pairs of one image take some seconds and a GB.
  package static let mostPairs = 10_000_000

  /// Whether two of the data sets have so many objects in one image each that `first` has to look at them.
  package static func mayStand(in datasets: [Dataset], limit: Int = mostPairs) -> Bool {
    let largest = datasets.map(\.mostObjectsOfAnImage).sorted().suffix(2)
    return largest.count == 2 && largest.reduce(1) { $0 * Double($1) } > Double(limit)
  }

  /// The first image, by name, in which more than `limit` pairs of boxes have an IoU of τ or more.
  ///
  /// `datasets`: One an annotator.
  package static func first(
    among datasets: [Dataset],
    options: MatchingOptions,
    limit: Int = mostPairs
  ) -> OvercrowdedImage? {
    guard mayStand(in: datasets, limit: limit) else { return nil }
    let pairing = PanelPairing(datasets, names: datasets.indices.map { "\($0)" })
    for image in pairing.images {
      let objects = zip(datasets, image.rows).map { dataset, row in
        row.map(dataset.boxes(ofImage:)) ?? []
      }
      for a in objects.indices {
        for b in objects.indices.dropFirst(a + 1)
        where Self.hasMore(than: limit, objects[a], objects[b], options) {
          return OvercrowdedImage(
            name: image.name,
            annotators: Sides(a: a, b: b),
            objects: Sides(a: objects[a].count, b: objects[b].count)
          )
        }
      }
    }
    return nil
  }

  private static func hasMore(
    than limit: Int,
    _ boxes: [Box],
    _ others: [Box],
    _ options: MatchingOptions
  ) -> Bool {
    guard Double(boxes.count) * Double(others.count) > Double(limit) else { return false }
    guard options.minimumIoU > 0 else { return true }
    let candidates = BoxCandidates(boxes, others, minimum: options.minimumIoU)
    guard candidates.count > limit else { return false }
    var pairs = 0
    for (position, box) in boxes.enumerated() {
      for other in candidates[position]
      where box.iou(with: others[other], convention: options.convention) >= options.minimumIoU {
        pairs += 1
      }
      if pairs > limit { return true }
    }
    return false
  }
}

extension Dataset {
  fileprivate var mostObjectsOfAnImage: Int {
    (0..<images.count).reduce(0) { max($0, annotations(ofImage: $1).count) }
  }

  fileprivate func boxes(ofImage row: Int) -> [Box] {
    Array(annotations.boxes[annotations(ofImage: row)])
  }
}
