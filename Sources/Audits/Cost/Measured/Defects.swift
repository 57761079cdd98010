import Findings

/// The findings of a report that count as defects, all of them.
struct Defects {
  let items: [Finding]

  /// - Parameters:
  ///   - report: A report that lists every finding from `severity` on.
  ///   - severity: The least severity that makes a finding a defect.
  ///   - name: What the user calls the report.
  /// - Throws: `CostProblem` where the report counts more findings than it lists.
  init(_ report: AuditReport, from severity: Severity, name: String) throws(CostProblem) {
    items = report.findings.items.filter { $0.severity >= severity }
    let listed = Dictionary(grouping: items, by: \.rule).mapValues(\.count)
    let short = report.findings.rules.filter {
      $0.severity >= severity && $0.count > listed[$0.id] ?? 0
    }
    guard short.isEmpty else {
      throw CostProblem(
        "\(name): does not list every finding of \(short.map(\.id).joined(separator: ", ")); "
          + "an audit with a larger --findings-per-rule does, or the data set itself"
      )
    }
  }
}
