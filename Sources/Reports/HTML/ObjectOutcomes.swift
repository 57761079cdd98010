import Findings

/// What became of the objects of two annotators, over all and by category, from their confusion table.
struct ObjectOutcomes {
  let overall: OutcomeBar
  let byCategory: [String: OutcomeBar]

  init(_ confusion: AuditReport.Confusion?) {
    var overall = OutcomeBar(same: 0, otherCategory: 0, onlyA: 0, onlyB: 0)
    var byCategory: [String: OutcomeBar] = [:]
    func add(_ category: String, _ path: WritableKeyPath<OutcomeBar, Int>, _ count: Int) {
      overall[keyPath: path] += count
      byCategory[category, default: OutcomeBar(same: 0, otherCategory: 0, onlyA: 0, onlyB: 0)][
        keyPath: path
      ] += count
    }
    for cell in confusion?.cells ?? [] {
      switch (cell.a, cell.b) {
      // Each of the two objects of a pair counts.
      case (let a?, let b?) where a == b: add(a, \.same, 2 * cell.count)
      case (let a?, let b?):
        add(a, \.otherCategory, cell.count)
        add(b, \.otherCategory, cell.count)
      case (let a?, nil): add(a, \.onlyA, cell.count)
      case (nil, let b?): add(b, \.onlyB, cell.count)
      case (nil, nil): break
      }
    }
    self.overall = overall
    self.byCategory = byCategory
  }
}
