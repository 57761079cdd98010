/// One run of a history, as a list of them shows it.
package struct RunSummary: Hashable, Sendable {
  /// Its number in the ledger.
  package var run: Int
  /// `2026-11-21T09:30:00Z`.
  package var recorded: String
  package var tool: AuditReport.Tool
  package var command: String
  /// What the user called runs that belong together; empty for none.
  package var series: String
  /// What the run was asked for, as one text, without what changes no number.
  package var parameters: String
  package var state: RunState
  /// Why it is not complete.
  package var note: String
  /// The gate's; `nil` without a policy.
  package var verdict: Verdict?
  /// Names of what was read.
  package var inputs: [String]
  /// All findings of all rules; `nil` where no rule was run.
  package var findings: Int?
  /// The last one.
  package var decision: RunDecision?

  package init(
    run: Int,
    recorded: String,
    tool: AuditReport.Tool,
    command: String,
    series: String,
    parameters: String,
    state: RunState,
    note: String,
    verdict: Verdict?,
    inputs: [String] = [],
    findings: Int? = nil,
    decision: RunDecision? = nil
  ) {
    self.run = run
    self.recorded = recorded
    self.tool = tool
    self.command = command
    self.series = series
    self.parameters = parameters
    self.state = state
    self.note = note
    self.verdict = verdict
    self.inputs = inputs
    self.findings = findings
    self.decision = decision
  }

  /// Whether the run may set the standard for later ones.
  package var isAccepted: Bool { state == .complete && decision?.verdict == .accept }

  /// Runs of one group were made in the same way, and their numbers can be compared.
  package var group: Group { Group(command: command, series: series, parameters: parameters) }

  package struct Group: Hashable, Sendable {
    package var command: String
    package var series: String
    package var parameters: String
  }
}
