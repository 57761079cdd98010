import Annotations

/// Categories in columns.
struct CategoryRows: RecordRows {
  var table = CategoryTable()

  mutating func append(_ next: CategoryRows, codes: TextCodes) -> String? {
    table.ids.append(contentsOf: next.table.ids.lazy.map(codes.id))
    table.names.append(contentsOf: next.table.names)
    table.supercategories.append(contentsOf: next.table.supercategories)
    for row in 0..<next.table.count {
      table.keypointNames.appendRow(next.table.keypointNames[row].lazy.map(codes.text))
    }
    table.skeletons.append(rowsOf: next.table.skeletons)
    table.places.append(contentsOf: next.table.places)
    return nil
  }

  mutating func reserve(factor: Double) {}

  mutating func move(_ shift: PlaceShift) {
    for row in table.places.indices { table.places[row] = shift(table.places[row]) }
  }
}
