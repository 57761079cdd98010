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

/// The records of a report, and each by its id and slice.
package struct ReportedFigures: Sendable {
  package let records: [MetricRecord]
  private let byName: [String: [SliceLabel: MetricRecord]]

  package init(_ records: [MetricRecord]) {
    self.records = records
    byName = Dictionary(grouping: records, by: \.id).mapValues { records in
      Dictionary(records.map { ($0.slice, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  func callAsFunction(_ id: String, _ slice: SliceLabel) -> MetricRecord? { byName[id]?[slice] }
}
