package import Findings

/// Something that the numbers of a comparison say as a whole; a file each, listed in `FigureRuleCatalog`.
package protocol FigureRule: Sendable {
  static var about: RuleAbout { get }

  init(settings: DisagreementSettings)

  /// Findings in the order of the records.
  func findings(in figures: ReportedFigures) -> [Finding]
}

/// All of them, in the order in which a report lists them.
package enum FigureRuleCatalog {
  package static let all: [any FigureRule.Type] = [
    LowAgreementRule.self,
    SystematicTightnessRule.self,
  ]

  package static var abouts: [RuleAbout] { all.map { $0.about } }

  /// What all rules find in the records of a comparison.
  static func findings(
    in records: [MetricRecord],
    settings: DisagreementSettings,
    findingsPerRule: Int
  ) -> AuditReport.FindingSummary {
    let figures = ReportedFigures(records)
    return AuditReport.FindingSummary(
      all.map { rule in
        var collector = FindingCollector(limit: findingsPerRule)
        for finding in rule.init(settings: settings).findings(in: figures) {
          collector.report { finding }
        }
        return (rule.about, collector)
      }
    )
  }
}

/// The records of a report, and some of them by id and slice.
package struct ReportedFigures: Sendable {
  package let records: [MetricRecord]
  /// Dice of each category as a whole; the first where there are two.
  private let dice: [String: MetricRecord]

  package init(_ records: [MetricRecord]) {
    self.records = records
    dice = Dictionary(
      records.lazy.filter { $0.id == "dice" && $0.slice.values.count == 1 }.compactMap { record in
        record.slice[.category].map { ($0, record) }
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// - Complexity: O(1), whatever the number of records.
  func dice(ofCategory category: String) -> MetricRecord? { dice[category] }

  /// - Complexity: O(records): for the few that a rule asks for.
  func callAsFunction(_ id: String, _ slice: SliceLabel) -> MetricRecord? {
    records.first { $0.id == id && $0.slice == slice }
  }
}
