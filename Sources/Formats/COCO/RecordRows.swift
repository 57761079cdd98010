import Annotations

/// The rows that a reader made of a list, or of a piece of it.
protocol RecordRows: Sendable {
  init()

  /// Adds the rows of the next piece of the list, whose places are right already.
  ///
  /// - Returns: Why the whole has become too large for our tables, or `nil`.
  mutating func append(_ next: Self, codes: TextCodes) -> String?
  /// Makes room for `factor` times the rows that are there.
  mutating func reserve(factor: Double)
  /// Moves the places of a piece to where the piece stands in the file.
  mutating func move(_ shift: PlaceShift)
}

/// How places within a piece become places within the file.
struct PlaceShift {
  /// Where the piece starts; both counted from 1.
  var line: Int
  var column: Int
  /// How many records of the list stand before it.
  var index: Int32

  func callAsFunction(_ place: SourcePlace) -> SourcePlace {
    SourcePlace(
      file: place.file,
      line: UInt32(clamping: Int(place.line) + line - 1),
      column: place.line == 1 ? place.column + column - 1 : place.column,
      index: place.index + index
    )
  }
}
