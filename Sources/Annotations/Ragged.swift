/// Rows of different lengths in two arrays: all elements, and where each row starts.
package struct Ragged<Element: Sendable>: Sendable {
  @usableFromInline package private(set) var elements: [Element] = []
  @usableFromInline var starts: [Int] = [0]

  package init() {}

  /// Takes arrays that were filled elsewhere: row `i` has the elements `starts[i]..<starts[i + 1]`.
  package init(elements: [Element], starts: [Int]) {
    precondition(starts.first == 0 && starts.last == elements.count, "rows cover all elements")
    self.elements = elements
    self.starts = starts
  }

  /// The number of rows.
  package var count: Int { starts.count - 1 }

  /// The elements of one row.
  @inlinable package subscript(row: Int) -> ArraySlice<Element> {
    elements[starts[row]..<starts[row + 1]]
  }

  package mutating func appendRow(_ row: some Sequence<Element>) {
    elements.append(contentsOf: row)
    endRow()
  }

  /// Adds to the row that the next `endRow()` closes.
  package mutating func append(_ element: Element) { elements.append(element) }

  /// Adds all rows of another table behind ours.
  package mutating func append(rowsOf other: Ragged) {
    let base = elements.count
    elements.append(contentsOf: other.elements)
    starts.append(contentsOf: other.starts.dropFirst().lazy.map { $0 + base })
  }

  /// Makes room for `factor` times the rows and elements that are there.
  package mutating func reserve(factor: Double) {
    elements.reserve(factor: factor)
    starts.reserve(factor: factor)
  }

  /// Rows of the same lengths, each element replaced.
  package func mapped<Result: Sendable>(_ transform: (Element) -> Result) -> Ragged<Result> {
    Ragged<Result>(elements: elements.map(transform), starts: starts)
  }

  package mutating func endRow() { starts.append(elements.count) }
}
