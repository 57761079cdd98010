import Audits
import Findings
import Formats
import Ledger

/// A history whose accepted runs judge a new one.
struct LedgerReference {
  let path: String
  /// Empty for runs without one.
  let series: String

  /// Tells before the work that the history cannot be read.
  func check() throws(CommandFailure) {
    try LedgerOptions.reported { () throws(LedgerError) in try Ledger(reading: path).close() }
  }

  /// What the policy's clauses on changes need of it; `nil` where no run of the same data was accepted.
  func figures(
    for report: AuditReport,
    _ policy: Policy
  ) throws(CommandFailure) -> EarlierFigures? {
    try LedgerOptions.reported { () throws(LedgerError) in
      let ledger = try Ledger(reading: path)
      let figures = try figures(in: ledger, for: report, policy)
      try ledger.close()
      return figures
    }
  }

  private func figures(
    in ledger: Ledger,
    for report: AuditReport,
    _ policy: Policy
  ) throws(LedgerError) -> EarlierFigures? {
    let accepted = try ledger.acceptedRuns(like: report, series: series)
    if let last = accepted.last {
      return EarlierFigures(
        name: name(last.run),
        command: report.command,
        parameters: report.parameters,
        records: [],
        standings: [],
        obstacle: "\(name(last.run)) was made with another "
          + "\(last.differences.joined(separator: ", ")), and no other run was accepted"
      )
    }
    guard let last = accepted.alike.last else { return nil }
    var standings: [(record: MetricRecord, judgement: Trend.Judgement)] = []
    for record in records(report, policy, of: .z) {
      standings.append((record, try ledger.judgement(of: record, beside: accepted.alike)))
    }
    return EarlierFigures(
      name: name(last.run),
      command: last.command,
      parameters: report.parameters,
      records: try ledger.records(of: last.run, like: records(report, policy, of: .change)),
      standings: standings
    )
  }

  /// The numbers that clauses of one kind are about, and perhaps others of the same metrics.
  private func records(
    _ report: AuditReport,
    _ policy: Policy,
    of kind: Policy.Promise.Kind
  ) -> [MetricRecord] {
    let metrics = Set(policy.clauses.filter { $0.promise.kind == kind }.map(\.metric))
    return report.metrics.filter { metrics.contains($0.id) }
  }

  /// `run 12 of quality.sqlite`.
  private func name(_ run: Int) -> String {
    "run \(run) of \(fileName(of: path))"
  }
}
