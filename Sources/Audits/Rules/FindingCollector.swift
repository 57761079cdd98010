package import Findings

/// The findings of one rule: their exact number and the first of them.
package struct FindingCollector: Sendable {
  /// How many findings are kept; all are counted.
  package let limit: Int
  package private(set) var count = 0
  package private(set) var items: [Finding] = []
  /// Rows of the annotations that the findings are about, kept or not, some more than once; none
  /// where nobody asks.
  package private(set) var annotations: [Int] = []
  private let marksAnnotations: Bool

  /// `marksAnnotations` asks for the annotations that the findings are about.
  package init(limit: Int, marksAnnotations: Bool = false) {
    self.limit = limit
    self.marksAnnotations = marksAnnotations
  }

  /// Counts a finding; makes it only where it will be kept.
  package mutating func report(_ finding: () -> Finding) {
    count += 1
    if !isFull { items.append(finding()) }
  }

  /// Whether further findings are only counted.
  package var isFull: Bool { items.count >= limit }

  /// Counts findings that are not made; only where none of them would be kept.
  package mutating func add(count more: Int) {
    precondition(isFull, "a finding that is kept has to be made")
    count += more
  }

  /// Counts a finding about the annotation in a row of the data set's table.
  package mutating func report(annotation row: Int, _ finding: () -> Finding) {
    if marksAnnotations { annotations.append(row) }
    report(finding)
  }

  /// Adds the number and the findings of a later part of the data.
  package mutating func merge(_ later: FindingCollector) {
    count += later.count
    items.append(contentsOf: later.items.prefix(limit - items.count))
  }
}
