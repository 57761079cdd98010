package import Findings

/// A difference as tables, by the name of their files.
package struct DifferenceCSV: Sendable {
  package init() {}

  package func tables(of difference: ReportDifference) -> [(fileName: String, text: String)] {
    [
      ("changed-metrics.csv", metrics(difference)), ("changed-rules.csv", rules(difference)),
      ("changed-findings.csv", findings(difference)),
    ]
  }

  private func metrics(_ difference: ReportDifference) -> String {
    var table = CSVWriter(output: "")
    table.header(
      ["metric"] + SliceKey.allCases.map(\.rawValue)
        + [
          "before", "after", "change", "low", "high", "interval", "undefined_before",
          "undefined_after",
        ]
    )
    for metric in difference.metrics where !metric.isUnchanged {
      let (before, after) = (record(metric.before), record(metric.after))
      table.row(
        [.text(metric.id)] + SliceKey.allCases.map { .text(metric.slice[$0]) } + [
          .number(before?.value), .number(after?.value), .number(metric.change),
          .number(metric.interval?.low), .number(metric.interval?.high),
          .text(metric.interval?.method), .text(before?.undefinedReason),
          .text(after?.undefinedReason),
        ]
      )
    }
    return table.output
  }

  private func rules(_ difference: ReportDifference) -> String {
    var table = CSVWriter(output: "")
    table.header([
      "rule", "severity", "before", "after", "new_least", "new_most", "gone_least", "gone_most",
      "kept_least", "kept_most",
    ])
    for rule in difference.rules {
      table.row(
        [
          .text(rule.id), .text(rule.severity.rawValue), .integer(rule.before),
          .integer(rule.after),
        ]
          + [rule.new, rule.gone, rule.kept].flatMap {
            [.integer($0.lowerBound), .integer($0.upperBound)]
          }
      )
    }
    return table.output
  }

  private func findings(_ difference: ReportDifference) -> String {
    var table = CSVWriter(output: "")
    table.header([
      "change", "certain", "rule", "severity", "image", "annotation", "category", "message",
      "fingerprint",
    ])
    for rule in difference.rules {
      add(rule.listedNew, "new", rule.isNewCertain, to: &table)
      add(rule.listedGone, "gone", rule.isGoneCertain, to: &table)
    }
    return table.output
  }

  private func add(
    _ findings: [Finding],
    _ change: String,
    _ isCertain: Bool,
    to table: inout CSVWriter<String>
  ) {
    for finding in findings {
      table.row([
        .text(change), .text(isCertain ? "yes" : "no"), .text(finding.rule),
        .text(finding.severity.rawValue), .text(finding.image), .text(finding.annotation),
        .text(finding.category), .text(finding.message), .text(finding.fingerprint),
      ])
    }
  }

  private func record(_ outcome: MetricRecord.Outcome?) -> MetricRecord? {
    outcome.map { MetricRecord(id: "", slice: .overall, outcome: $0) }
  }
}
