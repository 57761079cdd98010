package import Findings

/// The findings of one rule: their exact number and the first of them.
package struct FindingCollector: Sendable {
  /// How many findings are kept; all are counted.
  package let limit: Int
  package private(set) var count = 0
  package private(set) var items: [Finding] = []
  /// The annotations that the findings are about, kept or not; `nil` where nobody asks.
  private(set) var annotations: Set<Fingerprint>?

  /// `marksAnnotations` asks for every finding to be made, that it can be told what it is about.
  package init(limit: Int, marksAnnotations: Bool = false) {
    self.limit = limit
    annotations = marksAnnotations ? [] : nil
  }

  /// Counts a finding; makes it only where it is needed.
  package mutating func report(_ finding: () -> Finding) {
    count += 1
    guard items.count < limit || annotations != nil else { return }
    let made = finding()
    if items.count < limit { items.append(made) }
    guard made.annotation != nil || made.box != nil, let place = made.place else {
      return
    }
    annotations?.insert(Fingerprint([place.file, "\(place.line)", "\(place.column)"]))
  }

  /// Adds the findings of a later part of the data.
  package mutating func merge(_ later: FindingCollector) {
    count += later.count
    items.append(contentsOf: later.items.prefix(limit - items.count))
    if let marked = later.annotations { annotations?.formUnion(marked) }
  }
}
