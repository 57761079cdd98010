package import Findings

/// Targets of a policy that the annotators do not reach among themselves.
package enum InfeasibleTarget {
  package static let about = RuleAbout(
    id: "infeasible-target",
    severity: .warning,
    summary: "a promised agreement that the annotators do not reach among themselves",
    rationale: """
      The whole interval of their own agreement lies below the target, so no delivery by annotators like \
      these can be expected to reach it, however careful; a model trained on their labels will not \
      either. Holding a vendor to such a target buys disputes, not quality.
      """,
    fix: "sharpen the guideline and train first, measure again, or promise what the task allows",
    triggering: [],
    clean: []
  )

  /// Metrics that say how well annotators agree, by the start of their ids.
  private static let families = [
    "dice", "alpha", "cohen-kappa", "fleiss-kappa", "gwet-", "iou-", "jaccard", "icc-",
    "attribute-agreement", "attribute-kappa", "keypoint-visibility",
  ]

  /// The report with a finding for each such clause; only a comparison of annotators can show it.
  package static func marked(_ report: AuditReport) -> AuditReport {
    guard report.command == "compare", let gate = report.gate else { return report }
    let clauses = gate.clauses.filter { clause in
      guard let target = Target(clause.target), target.wantsMore, let high = clause.high,
        families.contains(where: { clause.metric.hasPrefix($0) })
      else { return false }
      return high < target.number
    }
    var findings = FindingCollector(limit: clauses.count)
    for clause in clauses {
      findings.report {
        Finding(
          rule: about.id,
          severity: about.severity,
          category: clause.slice[.category],
          message:
            "\(clause.metric) (\(clause.slice)) \(clause.target) is asked for (\(clause.place)), "
            + "the annotators themselves reach \((clause.measured ?? 0).messageText), at most "
            + "\((clause.high ?? 0).messageText) (95 %, n \(clause.n ?? 0))",
          hint: about.fix,
          identity: "\(clause.metric) (\(clause.slice)) \(clause.target)"
        )
      }
    }
    var report = report
    report.findings = AuditReport.FindingSummary([(about, findings)])
      .followed(by: report.findings)
    return report
  }
}
