package import Findings

/// Reports on what became of defects: after a rework, and from batch to batch.
package enum MeasuredRun {
  /// What became of the defects of a delivery that was sent back.
  package static func report(
    rework: ReworkVerification,
    inputs: [AuditReport.Input],
    severity: Severity
  ) -> AuditReport {
    report("rework", ReworkMetrics.records(rework), inputs, severity)
  }

  /// How much of a batch's defects the earlier batch had already.
  package static func report(
    recurrence: Recurrence,
    inputs: [AuditReport.Input],
    severity: Severity
  ) -> AuditReport {
    report("recurrence", ReworkMetrics.records(recurrence), inputs, severity)
  }

  private static func report(
    _ command: String,
    _ metrics: [MetricRecord],
    _ inputs: [AuditReport.Input],
    _ severity: Severity
  ) -> AuditReport {
    AuditReport(
      tool: .current,
      command: command,
      parameters: ["severity": .text(severity.rawValue)],
      inputs: inputs,
      metrics: metrics,
      definitions: Definitions.of(metrics),
      findings: .init(total: 0, rules: [], items: [])
    )
  }
}
