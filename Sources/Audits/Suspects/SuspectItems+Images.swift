import Annotations
import Geometry

extension SuspectItems {
  /// The items whose objects stand on one image; without a box an item is the whole image.
  struct ItemsOfImage: Sendable {
    var fileName: String
    /// The size that the data set says the image has.
    var statedSize: ImageSize?
    var items: [(item: Int, box: Box?)]
  }

  /// All items, by image in the order of the data set; an item of a list is the image of its name.
  var itemsByImage: [ItemsOfImage] {
    guard case .annotations(let dataset, let rows) = source else {
      return names.enumerated().map { item, name in
        ItemsOfImage(fileName: name, statedSize: nil, items: [(item, nil)])
      }
    }
    var items: [[(item: Int, box: Box?)]] = Array(repeating: [], count: dataset.images.count)
    for (item, row) in rows.enumerated() where dataset.annotations.images[row] >= 0 {
      items[Int(dataset.annotations.images[row])].append((item, dataset.annotations.boxes[row]))
    }
    return items.indices.filter { !items[$0].isEmpty }.map { image in
      ItemsOfImage(
        fileName: dataset.images.fileNames[image],
        statedSize: dataset.images.sizes[image],
        items: items[image]
      )
    }
  }

  /// The box of an item, or `nil` for an item of a list.
  func box(_ item: Int) -> Box? {
    guard case .annotations(let dataset, let rows) = source else { return nil }
    return dataset.annotations.boxes[rows[item]]
  }

  /// The sizes that the data set says some images have, by file name.
  func statedSizes(of names: Set<String>) -> [String: ImageSize] {
    guard case .annotations(let dataset, _) = source else { return [:] }
    return dataset.statedSizes(of: names)
  }

  /// These items alone, in the order given.
  package func only(_ kept: [Int]) -> SuspectItems { SuspectItems(self, only: kept) }
}

extension Dataset {
  /// The sizes of some images by file name; the first record of a name counts.
  func statedSizes(of names: Set<String>) -> [String: ImageSize] {
    var sizes: [String: ImageSize] = [:]
    for (row, name) in images.fileNames.enumerated()
    where names.contains(name) && sizes[name] == nil { sizes[name] = images.sizes[row] }
    return sizes
  }
}
