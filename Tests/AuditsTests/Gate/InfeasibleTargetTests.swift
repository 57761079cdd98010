import Audits
import Findings
import Testing

@Suite("A target that the annotators themselves do not reach")
struct InfeasibleTargetTests {
  private func report(high: Double, target: String, command: String = "compare") -> AuditReport {
    let clause = GateResult.Clause(
      metric: "dice",
      slice: .overall,
      target: target,
      bound: "low",
      minimumN: 30,
      verdict: .fail,
      measured: 0.8,
      n: 500,
      low: 0.75,
      high: high,
      reason: "",
      place: "assay.yml:3"
    )
    return InfeasibleTarget.marked(
      AuditReport(
        tool: .current,
        command: command,
        parameters: [:],
        inputs: [],
        metrics: [],
        findings: .init(total: 0, rules: [], items: []),
        gate: GateResult(clauses: [clause])
      )
    )
  }

  @Test("is a finding that names the clause and what they reach")
  func found() {
    #expect(
      report(high: 0.85, target: ">= 0.9").findings.items.map(\.message) == [
        "dice (overall) >= 0.9 is asked for (assay.yml:3), the annotators themselves reach 0.8, at most "
          + "0.85 (95 %, n 500)"
      ]
    )
  }

  @Test("is none where the interval reaches it, where less is better, and outside a comparison")
  func notFound() {
    #expect(report(high: 0.92, target: ">= 0.9").findings.total == 0)
    #expect(report(high: 0.85, target: "<= 0.9").findings.total == 0)
    #expect(report(high: 0.85, target: ">= 0.9", command: "audit").findings.total == 0)
  }
}
