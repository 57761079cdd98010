package import Findings

/// What an audit says of the share of defective annotations, taken for a pilot sample of the production.
///
/// An annotation is defective where it has a finding of at least a severity. A record that could not be
/// read counts as an inspected and defective one.
package struct PilotEvidence: Sendable {
  package struct Count: Hashable, Sendable {
    package var inspected: Int
    /// The two differ only where the report keeps fewer findings than it counts.
    package var defectsAtLeast: Int
    package var defectsAtMost: Int

    package init(inspected: Int, defectsAtLeast: Int, defectsAtMost: Int) {
      self.inspected = inspected
      self.defectsAtLeast = defectsAtLeast
      self.defectsAtMost = defectsAtMost
    }
  }

  package let severity: Severity
  package let overall: Count
  /// By category name, sorted; empty where the report does not keep all findings, which may be of any.
  package let categories: [(name: String, count: Count)]
  /// Findings of such a severity about images, categories or the whole file, which are no defects of objects.
  package let others: Int

  /// `nil` for a report that is none of one data set's audit.
  package init?(_ report: AuditReport, severity: Severity) {
    guard report.command == "audit", report.inputs.count == 1 else { return nil }
    let input = report.inputs[0]
    let grave = report.findings.items.filter { $0.severity >= severity }
    let ofObjects = grave.filter(\.isAboutAnnotation)
    var keptByRule: [String: Int] = [:]
    for item in report.findings.items { keptByRule[item.rule, default: 0] += 1 }
    let unread = Self.unusableRecord
    let dropped = report.findings.rules
      .filter { $0.severity >= severity && $0.id != unread }
      .reduce(0) { $0 + max(0, $1.count - (keptByRule[$1.id] ?? 0)) }
    let least = Set(ofObjects.map(\.subjectKey)).count
    self.severity = severity
    overall = Count(
      inspected: input.annotations + input.quarantined,
      defectsAtLeast: min(least, input.annotations) + input.quarantined,
      defectsAtMost: min(least + dropped, input.annotations) + input.quarantined
    )
    others = grave.count { !$0.isAboutAnnotation && $0.rule != unread }
    categories = dropped > 0 ? [] : Self.byCategory(report, ofObjects)
  }

  private static let unusableRecord = UnusableRecordRule.about.id

  private static func byCategory(
    _ report: AuditReport,
    _ findings: [Finding]
  ) -> [(name: String, count: Count)] {
    var defective: [String: Set<String>] = [:]
    for finding in findings {
      guard let category = finding.category else { continue }
      defective[category, default: []].insert(finding.subjectKey)
    }
    return report.metrics.compactMap { record -> (name: String, count: Count)? in
      guard record.id == "annotations", record.slice.values.count == 1,
        let name = record.slice[.category],
        let inspected = record.value.flatMap({ Int(exactly: $0) }),
        inspected > 0
      else { return nil }
      let defects = min(defective[name]?.count ?? 0, inspected)
      return (
        name, Count(inspected: inspected, defectsAtLeast: defects, defectsAtMost: defects)
      )
    }.sorted { $0.name < $1.name }
  }
}

extension Finding {
  fileprivate var isAboutAnnotation: Bool { annotation != nil || box != nil }

  /// What tells one annotation of the report from another.
  fileprivate var subjectKey: String {
    place.map { "\($0) \($0.pointer)" } ?? "\(image ?? "") \(annotation ?? "") \(box ?? [])"
  }
}
