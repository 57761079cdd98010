package import Findings

/// What a ledger keeps of one run: all numbers and verdicts of its report, and counts of its findings.
package struct RunRecord: Hashable, Sendable {
  package var tool: AuditReport.Tool
  /// The subcommand.
  package var command: String
  /// Runs are compared with those of the same series; empty where the user named none.
  package var series: String
  package var state: RunState
  /// Why the run is not complete; empty where it is.
  package var note: String
  package var parameters: [String: AuditReport.ParameterValue]
  package var inputs: [AuditReport.Input]
  package var excluded: [String: Int]
  package var metrics: [MetricRecord]
  package var rules: [AuditReport.FindingSummary.RuleCount]
  package var gate: GateResult?
  /// SHA-256 of the report as JSON; `nil` where there is none.
  package var report: String?

  /// An input of which a larger share of records could not be used makes a run partial.
  package static let quarantineLimit = 0.01

  /// A run that made a report; `reportSHA256` is that of its JSON.
  package init(_ report: AuditReport, series: String, reportSHA256: String) {
    tool = report.tool
    command = report.command
    self.series = series
    parameters = report.parameters
    inputs = report.inputs
    excluded = report.excluded
    metrics = report.metrics
    rules = report.findings.rules
    gate = report.gate
    self.report = reportSHA256
    note = report.inputs.compactMap(Self.shortfall).joined(separator: "; ")
    state = note.isEmpty ? .complete : .partial
  }

  /// A run that ended without a report.
  package init(failed reason: String, tool: AuditReport.Tool, command: String, series: String) {
    self.tool = tool
    self.command = command
    self.series = series
    state = .failed
    note = reason
    parameters = [:]
    inputs = []
    excluded = [:]
    metrics = []
    rules = []
  }

  private static func shortfall(_ input: AuditReport.Input) -> String? {
    let records = input.images + input.annotations + input.categories + input.quarantined
    guard Double(input.quarantined) > quarantineLimit * Double(records) else { return nil }
    return "\(input.quarantined) of \(records) records of '\(input.name)' could not be used"
  }
}
