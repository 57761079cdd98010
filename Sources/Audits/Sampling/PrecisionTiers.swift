import Findings

/// Which precision a policy promises for an object.
package struct PrecisionTiers: Sendable {
  private let clauses: [(slice: SliceLabel, iou: Double)]

  /// Takes the clauses on `iou-share`: the share of objects that reach an IoU.
  package init(_ policy: Policy) {
    clauses = policy.clauses.filter { $0.metric == "iou-share" }.compactMap { clause in
      clause.iou.map { (clause.slice, $0) }
    }
  }

  /// Whether the policy promises no precision at all.
  package var isEmpty: Bool { clauses.isEmpty }

  /// The τ of the narrowest promise about an object, the tightest of equally narrow ones; `nil` where none
  /// is about it.
  ///
  /// `known` is what can be said of the object; a promise on anything else is about no single object.
  func iou(of known: [SliceKey: String]) -> Double? {
    var best: (named: Int, iou: Double)?
    for (slice, iou) in clauses {
      let isAbout = slice.values.allSatisfy { key, value in
        known[key].map { $0 == value || value == "*" } ?? false
      }
      guard isAbout else { continue }
      let found = (named: slice.values.count { $0.value != "*" }, iou: iou)
      if best.map({ $0 < found }) ?? true { best = found }
    }
    return best?.iou
  }
}
