/// Rows of different lengths in two arrays: all elements, and where each row starts.
package struct Ragged<Element: Sendable>: Sendable {
  @usableFromInline package internal(set) var elements: [Element] = []
  @usableFromInline var starts: [Int] = [0]

  package init() {}

  /// The number of rows.
  @inlinable package var count: Int { starts.count - 1 }

  /// The elements of one row.
  @inlinable package subscript(row: Int) -> ArraySlice<Element> {
    elements[starts[row]..<starts[row + 1]]
  }

  @inlinable package mutating func appendRow(_ row: some Sequence<Element>) {
    elements.append(contentsOf: row)
    endRow()
  }

  /// Adds to the row that the next `endRow()` closes.
  @inlinable package mutating func append(_ element: Element) { elements.append(element) }

  @inlinable package mutating func endRow() { starts.append(elements.count) }

  /// Forgets what was appended since the last `endRow()`.
  @inlinable package mutating func discardOpenRow() {
    elements.removeLast(elements.count - (starts.last ?? 0))
  }

  /// Forgets the rows from `row` on.
  @inlinable package mutating func removeRows(from row: Int) {
    starts.removeLast(count - row)
    discardOpenRow()
  }

  @inlinable package mutating func reserveRows(_ rows: Int) { starts.reserveCapacity(rows + 1) }
}
