/// Where a record stands in the files that a data set was read from.
package struct SourcePlace: Hashable, Sendable {
  /// Index into the data set's `files`.
  package var file: Int32
  /// Counted from 1.
  package var line: UInt32
  /// Counted from 1, in bytes.
  package var column: Int
  /// The record's position in its list in the file, counted from 0.
  package var index: Int32

  package init(file: Int32, line: UInt32, column: Int, index: Int32) {
    self.file = file
    self.line = line
    self.column = column
    self.index = index
  }
}
