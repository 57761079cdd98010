/// The findings that a delivery is known to have: a gate then looks at new ones only (`assay-baseline/1`).
///
/// A finding is known by its fingerprint. Equal ones count: of three where the baseline has two, one is new.
package struct FindingBaseline: Hashable, Codable, Sendable {
  package static let schema = "assay-baseline/1"

  package var schema = Self.schema
  package var tool: AuditReport.Tool
  /// By rule id; a rule that found nothing need not be there.
  package var rules: [Rule]

  package struct Rule: Hashable, Codable, Sendable {
    package var id: String
    /// Exact; larger than the number of fingerprints where not all findings were kept.
    package var count: Int
    /// Sorted; equal ones stand as often as they were found.
    package var fingerprints: [String]

    package init(id: String, count: Int, fingerprints: [String]) {
      self.id = id
      self.count = count
      self.fingerprints = fingerprints.sorted()
    }
  }

  package init(tool: AuditReport.Tool, rules: [Rule]) {
    self.tool = tool
    self.rules = rules
  }

  /// What a report keeps of its findings.
  package init(_ report: AuditReport) {
    var kept: [String: [String]] = [:]
    for item in report.findings.items { kept[item.rule, default: []].append(item.fingerprint) }
    self.init(
      tool: report.tool,
      rules: report.findings.rules.filter { $0.count > 0 }
        .map { Rule(id: $0.id, count: $0.count, fingerprints: kept[$0.id] ?? []) }
        .sorted { $0.id < $1.id }
    )
  }

  /// Rules of which the baseline does not have every fingerprint.
  package var incompleteRules: [String] {
    rules.filter { $0.fingerprints.count < $0.count }.map(\.id)
  }
}
