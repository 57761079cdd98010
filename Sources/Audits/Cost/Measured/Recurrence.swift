package import Findings

/// How much of a batch's defects an earlier batch had already: same category, same error, same cohort.
///
/// A cause that was not removed shows as cells that come again.
package struct Recurrence: Hashable, Sendable {
  /// A kind of defect.
  package struct Cell: Hashable, Comparable, Sendable {
    /// Empty where the finding has none.
    package var category: String
    package var rule: String
    /// Empty where no cohort is known.
    package var cohort: String

    package static func < (lhs: Cell, rhs: Cell) -> Bool {
      (lhs.category, lhs.rule, lhs.cohort) < (rhs.category, rhs.rule, rhs.cohort)
    }
  }

  /// Defects of the later batch.
  package let defects: Int
  /// Those in cells that the earlier batch had.
  package let recurring: Int
  /// How many of them each cell has.
  package let cells: [Cell: Int]

  /// - Parameters:
  ///   - earlier: Report on the earlier batch.
  ///   - later: Report on this batch.
  ///   - severity: The least severity that makes a finding a defect.
  ///   - names: What the user calls the two.
  ///   - cohorts: The cohort by the file name of the image; images that it lacks have none.
  /// - Throws: `CostProblem` where a report counts more defects than it lists.
  package init(
    earlier: AuditReport,
    later: AuditReport,
    from severity: Severity,
    names: (earlier: String, later: String),
    cohorts: [String: String] = [:]
  ) throws(CostProblem) {
    func cell(_ finding: Finding) -> Cell {
      Cell(
        category: finding.category ?? "",
        rule: finding.rule,
        cohort: finding.image.flatMap { cohorts[$0] } ?? ""
      )
    }
    let seen = Set(try Defects(earlier, from: severity, name: names.earlier).items.map(cell))
    let items = try Defects(later, from: severity, name: names.later).items
    var cells: [Cell: Int] = [:]
    for finding in items where seen.contains(cell(finding)) {
      cells[cell(finding), default: 0] += 1
    }
    self.cells = cells
    defects = items.count
    recurring = cells.values.reduce(0, +)
  }
}
