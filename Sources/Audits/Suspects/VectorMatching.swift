package import Annotations
package import Embeddings
package import Formats

/// Brings the rows of a vector file to items.
package struct VectorMatching: Sendable {
  /// What a row of a file without keys is about.
  package enum Rows: String, CaseIterable, Sendable {
    /// One row an annotation (or item), in the order of the data set.
    case annotation
    /// One row an image, in the order of the data set.
    case image
  }

  /// Rows and items do not fit together.
  package struct Mismatch: Error, Sendable, CustomStringConvertible {
    package let description: String
  }

  /// The table with one row an item, in the order of items; messages call the file by its `name`.
  package static func table(
    _ file: EmbeddingFile,
    name: String,
    for items: SuspectItems,
    rows: Rows
  ) throws(Mismatch) -> VectorTable {
    switch file.keys {
    case .order: try inOrder(file, name, items, rows)
    case .annotation(let keys): try keyed(file, name, keys, items.names, "annotation")
    case .image(let keys): try keyedByImage(file, name, keys, items)
    }
  }

  /// Predicted probabilities, one row an item and one column a category, in the order of the data set.
  package static func probabilities(
    _ file: EmbeddingFile,
    name: String,
    for items: SuspectItems,
    rows: Rows
  ) throws(Mismatch) -> ProbabilityTable {
    guard file.table.width == items.categories.count else {
      throw Mismatch(
        description: "\(name): has \(file.table.width) columns, the data set "
          + "\(items.categories.count) categories; one column for each was expected"
      )
    }
    let table = ProbabilityTable(try table(file, name: name, for: items, rows: rows))
    guard let place = table.values.firstIndex(where: { !(0...1).contains($0) }) else {
      return table
    }
    throw Mismatch(
      description:
        "\(name): row \(place / table.labels + 1), column \(place % table.labels + 1) is "
        + "\(table.values[place]); probabilities from 0 to 1 were expected"
    )
  }

  private static func inOrder(
    _ file: EmbeddingFile,
    _ name: String,
    _ items: SuspectItems,
    _ rows: Rows
  ) throws(Mismatch) -> VectorTable {
    switch (rows, items.source) {
    case (.image, .annotations(let dataset, _)):
      try check(file.table.count, name, dataset.images.count, "images")
      return try perImage(file.table, items) { $0 }
    case (_, .list):
      try check(file.table.count, name, items.count, "items")
      return file.table
    case (.annotation, .annotations(let dataset, let kept)):
      // Crowd regions have rows too, unless the file was made without them.
      if file.table.count == items.count { return file.table }
      try check(file.table.count, name, dataset.annotations.count, "annotations")
      let order = (0..<dataset.annotations.count).sorted {
        let (a, b) = (dataset.annotations.places[$0], dataset.annotations.places[$1])
        return (a.file, a.index, $0) < (b.file, b.index, $1)
      }
      var position = [Int](repeating: 0, count: order.count)
      for (place, row) in order.enumerated() { position[row] = place }
      return file.table.rows(kept.map { position[$0] })
    }
  }

  private static func check(
    _ rows: Int,
    _ name: String,
    _ count: Int,
    _ what: String
  ) throws(Mismatch) {
    guard rows == count else {
      throw Mismatch(
        description: "\(name): has \(rows) rows, the data set \(count) \(what); "
          + "one row for each was expected, or a column of ids"
      )
    }
  }

  private static func keyed(
    _ file: EmbeddingFile,
    _ name: String,
    _ keys: [String],
    _ wanted: [String],
    _ what: String
  ) throws(Mismatch) -> VectorTable {
    var rows: [String: Int] = [:]
    for (row, key) in keys.enumerated() where rows.updateValue(row, forKey: key) != nil {
      throw Mismatch(description: "\(name): has two rows for \(what) '\(key)'")
    }
    let found = wanted.map { rows[$0] }
    let missing = found.indices.filter { found[$0] == nil }
    guard missing.isEmpty else {
      throw Mismatch(
        description: "\(name): has \(keys.count) rows, the data set \(wanted.count) \(what)s; "
          + "\(missing.count) of these have no row, the first is '\(wanted[missing[0]])'"
      )
    }
    return file.table.rows(found.compactMap { $0 })
  }

  private static func keyedByImage(
    _ file: EmbeddingFile,
    _ name: String,
    _ keys: [String],
    _ items: SuspectItems
  ) throws(Mismatch) -> VectorTable {
    guard case .annotations(let dataset, _) = items.source else {
      return try keyed(file, name, keys, items.names, "item")
    }
    let named = Set(keys)
    let ids = (0..<dataset.images.count).map { dataset.text(of: dataset.images.ids[$0]) }
    let areIDs = ids.contains(where: named.contains)
    let wanted = areIDs ? ids : dataset.images.fileNames
    let table = try keyed(file, name, keys, wanted, "image")
    return try perImage(table, items) { $0 }
  }

  /// Gives every item the row of its image, which must have no other item.
  private static func perImage(
    _ table: VectorTable,
    _ items: SuspectItems,
    _ row: (Int) -> Int
  ) throws(Mismatch) -> VectorTable {
    guard case .annotations(let dataset, let rows) = items.source else { return table }
    let images = rows.map { Int(dataset.annotations.images[$0]) }
    let known = images.filter { $0 >= 0 }
    let crowded = known.count - Set(known).count
    guard crowded == 0, known.count == images.count else {
      throw Mismatch(
        description: "vectors of images can stand for annotations only where every image has one; "
          + "\(crowded) annotations share their image, \(images.count - known.count) have none"
      )
    }
    return table.rows(images.map(row))
  }
}
