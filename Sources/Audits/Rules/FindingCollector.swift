package import Findings

/// The findings of one rule: their exact number and the first of them.
package struct FindingCollector: Sendable {
  /// How many findings are kept; all are counted.
  package let limit: Int
  package private(set) var count = 0
  package private(set) var items: [Finding] = []

  package init(limit: Int) { self.limit = limit }

  /// Counts a finding; makes it only where it will be kept.
  package mutating func report(_ finding: () -> Finding) {
    count += 1
    if items.count < limit { items.append(finding()) }
  }

  /// Adds the findings of a later part of the data.
  package mutating func merge(_ later: FindingCollector) {
    count += later.count
    items.append(contentsOf: later.items.prefix(limit - items.count))
  }
}
