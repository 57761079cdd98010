import Annotations

/// Images in columns.
struct ImageRows: RecordRows {
  /// Complete but for `notExhaustive`.
  var table = ImageTable()
  /// One row an image: ids of categories that were not annotated exhaustively.
  var notExhaustiveIDs = Ragged<RecordID>()

  mutating func append(_ next: ImageRows, codes: TextCodes) -> String? {
    table.ids.append(contentsOf: codes.ids(next.table.ids))
    table.fileNames.append(contentsOf: next.table.fileNames)
    table.sizes.append(contentsOf: next.table.sizes)
    table.scenes.append(contentsOf: next.table.scenes.lazy.map { $0.map(codes.text) })
    table.splits.append(contentsOf: next.table.splits.lazy.map { $0.map(codes.text) })
    table.assigned.append(rowsOf: next.table.assigned.mapped(codes.annotator))
    notExhaustiveIDs.append(rowsOf: next.notExhaustiveIDs.mapped(codes.id))
    table.hasAssignment.append(contentsOf: next.table.hasAssignment)
    table.places.append(contentsOf: next.table.places)
    return nil
  }

  /// Images are few and small beside annotations.
  mutating func reserve(factor: Double) {}

  mutating func move(_ shift: PlaceShift) {
    for row in table.places.indices { table.places[row] = shift(table.places[row]) }
  }
}
