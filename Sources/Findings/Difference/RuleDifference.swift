/// The findings of one rule in two reports, brought together by fingerprint.
///
/// Equal fingerprints are counted: of three equal findings before and two after, two are kept and one
/// is gone. A report lists a rule's first findings only; what the others are is not known, so new, gone
/// and kept are ranges, and of one number where both reports list all.
package struct RuleDifference: Hashable, Sendable {
  package var id: String
  package var severity: Severity
  /// Exact counts; `nil` where the report did not run the rule.
  package var before: Int?
  package var after: Int?
  package var kept: ClosedRange<Int>
  package var new: ClosedRange<Int>
  package var gone: ClosedRange<Int>
  /// Findings listed only by the later report.
  package var listedNew: [Finding]
  /// Findings listed only by the earlier report.
  package var listedGone: [Finding]

  /// Whether every finding that is listed as new is: the earlier report lists all it counts.
  package var isNewCertain: Bool
  package var isGoneCertain: Bool

  init(
    id: String,
    before: AuditReport.FindingSummary.RuleCount?,
    after: AuditReport.FindingSummary.RuleCount?,
    listedBefore: [Finding],
    listedAfter: [Finding]
  ) {
    self.id = id
    severity = after?.severity ?? before?.severity ?? .info
    self.before = before?.count
    self.after = after?.count
    listedNew = Self.without(listedBefore, listedAfter)
    listedGone = Self.without(listedAfter, listedBefore)
    // A report that was changed by hand may list more than it counts.
    let (a, b) = (
      max(before?.count ?? 0, listedBefore.count), max(after?.count ?? 0, listedAfter.count)
    )
    let unlisted = (a: a - listedBefore.count, b: b - listedAfter.count)
    isNewCertain = unlisted.a == 0
    isGoneCertain = unlisted.b == 0
    let least = listedAfter.count - listedNew.count
    // Each further match takes at least one finding that is not listed.
    let most = least + min(a - least, b - least, unlisted.a + unlisted.b)
    kept = least...most
    new = (b - most)...(b - least)
    gone = (a - most)...(a - least)
  }

  /// The findings whose fingerprint is left once each of the others has taken one of its kind.
  private static func without(_ others: [Finding], _ findings: [Finding]) -> [Finding] {
    var left: [String: Int] = [:]
    for finding in others { left[finding.fingerprint, default: 0] += 1 }
    return findings.filter { finding in
      guard let count = left[finding.fingerprint], count > 0 else { return true }
      left[finding.fingerprint] = count - 1
      return false
    }
  }
}
