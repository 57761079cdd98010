package import Findings

/// Judges a report by a policy.
///
/// A clause passes only where the data show it: with `low` or `high` the interval's end must reach the
/// target, fails where the whole interval misses it, and is inconclusive where the interval straddles
/// the target or n is too small. A number that is not there never passes.
package struct Gate: Sendable {
  package let policy: Policy
  /// Findings that are known, and how the user named them: limits then count new ones only.
  package let baseline: (name: String, findings: FindingBaseline)?
  /// What clauses on changes are judged by.
  package let earlier: EarlierFigures?
  /// The day on which waivers are judged; where it is `nil`, none has expired.
  package let today: CalendarDay?

  package init(
    _ policy: Policy,
    baseline: (name: String, findings: FindingBaseline)? = nil,
    earlier: EarlierFigures? = nil,
    today: CalendarDay? = nil
  ) {
    self.policy = policy
    self.baseline = baseline
    self.earlier = earlier
    self.today = today
  }

  /// The report with the policy's rule settings, the standing of each finding, and the verdicts.
  ///
  /// A report that was judged before is judged anew: the same report and gate give the same again.
  package func judged(_ report: AuditReport) -> AuditReport {
    var report = RuleOverrides(policy.rules).applied(to: report.unjudged)
    let tally = tally(report)
    report.gate = judge(report, tally)
    report.findings.items = tally.items
    if let today, !policy.waivers.isEmpty { report.parameters["as-of"] = .text("\(today)") }
    return InfeasibleTarget.marked(report)
  }

  /// The verdicts alone.
  package func judge(_ report: AuditReport) -> GateResult { judge(report, tally(report)) }

  private func judge(_ report: AuditReport, _ tally: FindingTally) -> GateResult {
    let numbers = ClauseAssignment(policy.clauses, report: report).pairs.map { pair in
      ClauseJudgement(clause: pair.clause, report: report, earlier: earlier).result(pair)
    }
    let limits = policy.limits.map { LimitJudgement($0, report: report, tally: tally).result }
    var result = GateResult(clauses: numbers + limits)
    result.baseline = tally.comparison
    result.waivers = policy.waivers.isEmpty ? nil : tally.waivers
    result.reference = earlier?.name
    return result
  }

  private func tally(_ report: AuditReport) -> FindingTally {
    FindingTally(
      report.findings,
      baseline: baseline,
      waivers: policy.waivers,
      today: today
    )
  }
}

extension AuditReport {
  /// The report as it was before any gate.
  package var unjudged: AuditReport {
    var report = self
    report.gate = nil
    report.findings = findings.without([InfeasibleTarget.about.id])
    for index in report.findings.items.indices { report.findings.items[index].standing = nil }
    return report
  }
}

extension AuditReport.FindingSummary {
  /// These findings without those of some rules.
  func without(_ ids: Set<String>) -> Self {
    let rules = rules.filter { !ids.contains($0.id) }
    return Self(
      total: rules.reduce(0) { $0 + $1.count },
      rules: rules,
      items: items.filter { !ids.contains($0.rule) }
    )
  }
}
