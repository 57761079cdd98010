package import Annotations

/// Two data sets of the same images, their images and categories brought together.
///
/// Everything is ordered by name, so that neither the order of the inputs nor that of their records
/// shows in a result.
package struct DatasetPairing: Sendable {
  package let a: Dataset
  package let b: Dataset
  /// Images of both sides, by file name.
  package let images: [ImagePair]
  /// What was left out, and how many.
  package let unpaired: Unpaired
  /// Names of the categories that either side declares, sorted.
  package let categories: [String]
  /// For each category row of a side, its position in `categories`.
  package let categoryCodes: Sides<[Int32]>

  /// The same image in both data sets.
  package struct ImagePair: Hashable, Sendable {
    package var name: String
    /// Row of A's image table.
    package var a: Int
    /// Row of B's image table.
    package var b: Int
  }

  /// Counts of what has no counterpart on the other side.
  package struct Unpaired: Hashable, Sendable {
    /// Images that the other side does not list.
    package var images = Sides(a: 0, b: 0)
    /// Images listed on both sides to which nobody of this side was assigned.
    package var unassigned = Sides(a: 0, b: 0)
    /// Categories that the other side does not declare.
    package var categories = Sides(a: 0, b: 0)
  }

  /// Pairs images by file name, what is left by stem where that is unambiguous; categories by name.
  package init(_ a: Dataset, _ b: Dataset) {
    self.a = a
    self.b = b

    let names = Sides(a: Set(a.categories.names), b: Set(b.categories.names))
    categories = names.a.union(names.b).sorted()
    let position = Dictionary(
      uniqueKeysWithValues: categories.enumerated().map { ($1, Int32($0)) }
    )
    categoryCodes = Sides(
      a: a.categories.names.compactMap { position[$0] },
      b: b.categories.names.compactMap { position[$0] }
    )

    let fileNames = Sides(a: a.images.fileNames, b: b.images.fileNames)
    // Rows tell apart pairs whose shown names are equal.
    let listed = ImageNames.pair(fileNames.a, fileNames.b)
      .map { ImagePair(name: min(fileNames.a[$0.a], fileNames.b[$0.b]), a: $0.a, b: $0.b) }
      .sorted { ($0.name, $0.a, $0.b) < ($1.name, $1.a, $1.b) }
    let assigned = Sides(
      a: listed.map { a.wasAssigned(image: $0.a) },
      b: listed.map { b.wasAssigned(image: $0.b) }
    )
    images = listed.indices.filter { assigned.a[$0] && assigned.b[$0] }.map { listed[$0] }
    unpaired = Unpaired(
      images: Sides(a: a.images.count - listed.count, b: b.images.count - listed.count),
      unassigned: assigned.map { $0.count { !$0 } },
      categories: Sides(
        a: names.a.subtracting(names.b).count,
        b: names.b.subtracting(names.a).count
      )
    )
  }
}
