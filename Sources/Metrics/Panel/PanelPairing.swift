package import Annotations

/// Data sets of the same images by several annotators, brought together.
///
/// Images go by name, as in `DatasetPairing`; an image is of the panel where at least two annotators
/// were assigned to it.
package struct PanelPairing: Sendable {
  /// One data set an annotator.
  package let datasets: [Dataset]
  /// As reports name the annotators; unique, in the order of the data sets.
  package let names: [String]
  /// Sorted by name.
  package let images: [ImageGroup]
  /// Images with fewer than two annotators.
  package let excludedImages: Int
  /// By data set: images that it lists though nobody of it was assigned to them.
  package let unassigned: [Int]
  /// Names of the categories that any data set declares, sorted.
  package let categories: [String]
  /// By data set and category row: position in `categories`.
  package let categoryCodes: [[Int32]]

  /// The same image in the data sets.
  package struct ImageGroup: Hashable, Sendable {
    package var name: String
    /// By annotator: row of the image table, or `nil` where nobody of the data set was assigned.
    package var rows: [Int?]

    package var annotators: Int { rows.count { $0 != nil } }
  }

  /// `names`: One for each data set; expected to be unique.
  package init(_ datasets: [Dataset], names: [String]) {
    precondition(datasets.count == names.count && Set(names).count == names.count)
    self.datasets = datasets
    self.names = names

    let declared = Set(datasets.flatMap(\.categories.names)).sorted()
    let position = Dictionary(uniqueKeysWithValues: declared.enumerated().map { ($1, Int32($0)) })
    categories = declared
    categoryCodes = datasets.map { $0.categories.names.compactMap { position[$0] } }

    let groups = Self.groups(datasets).map { group in
      var group = group
      for (annotator, row) in group.rows.enumerated() {
        guard let row, !datasets[annotator].wasAssigned(image: row) else { continue }
        group.rows[annotator] = nil
      }
      return group
    }
    unassigned = datasets.map { dataset in
      (0..<dataset.images.count).count { !dataset.wasAssigned(image: $0) }
    }
    images = groups.filter { $0.annotators > 1 }
    excludedImages = groups.count - images.count
  }

  /// The others, brought together as if an annotator had not taken part.
  func without(_ annotator: Int) -> PanelPairing {
    let rest = names.indices.filter { $0 != annotator }
    return PanelPairing(rest.map { datasets[$0] }, names: rest.map { names[$0] })
  }

  private static func groups(_ datasets: [Dataset]) -> [ImageGroup] {
    var groups: [ImageGroup] = []
    for (annotator, dataset) in datasets.enumerated() {
      let names = dataset.images.fileNames
      var isPaired = [Bool](repeating: false, count: names.count)
      for (group, row) in ImageNames.pair(groups.map(\.name), names) {
        groups[group].rows[annotator] = row
        isPaired[row] = true
      }
      for row in names.indices where !isPaired[row] {
        var rows = [Int?](repeating: nil, count: datasets.count)
        rows[annotator] = row
        groups.append(ImageGroup(name: names[row], rows: rows))
      }
    }
    return groups.sorted { first, second in
      if first.name != second.name { return first.name < second.name }
      // Equal names pair nothing; rows tell them apart.
      return first.rows.lexicographicallyPrecedes(second.rows) { ($0 ?? -1) < ($1 ?? -1) }
    }
  }
}
