import Findings

struct LowAgreementRule: FigureRule {
  static let about = RuleAbout(
    id: "low-agreement",
    severity: .warning,
    summary:
      "a category or a part of the data on which the annotators agree less than work may start with",
    rationale: """
      The trade's rule is: agreement below 0.70 on any class, revise the guideline before full-scale \
      work. What two trained people do not agree on, a model cannot learn, and every further label \
      buys more of the disagreement. The number is dice: the share of objects that both found and \
      called the same. Parts with fewer than 20 objects are not judged.
      """,
    fix: "look at the disagreements of it, sharpen the guideline, and have both annotate anew",
    triggering: [],
    clean: []
  )

  private let threshold: Double
  private let minimumObjects: Int

  init(settings: DisagreementSettings) {
    threshold = settings.minimumAgreement
    minimumObjects = settings.minimumObjects
  }

  func findings(in figures: ReportedFigures) -> [Finding] {
    figures.records.compactMap { record in
      guard record.id == "dice", record.slice.values.count <= 1,
        let value = record.value, value < threshold,
        let n = record.n, n >= minimumObjects
      else { return nil }
      return finding(record, value, n: n)
    }
  }

  private func finding(_ record: MetricRecord, _ value: Double, n: Int) -> Finding {
    let doubt =
      switch record.interval {
      case nil: "; its objects stand in too few images for an interval"
      case let interval? where interval.high >= threshold:
        "; the interval does not exclude that it reaches it"
      default: ""
      }
    let interval = record.interval.map {
      ", 95 % \($0.low.messageText) … \($0.high.messageText)"
    }
    return Finding(
      rule: Self.about.id,
      severity: Self.about.severity,
      category: record.slice[.category],
      message: "dice (\(record.slice)) is \(value.messageText) (n \(n)\(interval ?? "")), "
        + "below \(threshold.messageText)\(doubt)",
      hint: Self.about.fix,
      evidence: ["value": value, "n": Double(n), "threshold": threshold]
        .merging(record.interval.map { ["low": $0.low, "high": $0.high] } ?? [:]) { $1 },
      identity: "\(record.slice)"
    )
  }
}
