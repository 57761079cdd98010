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
      called the same. Parts with fewer than 20 objects are not judged; a category within a part is told \
      where the category as a whole is not below.
      """,
    fix: "look at the disagreements of it, sharpen the guideline, and have both annotate anew",
    triggering: [],
    clean: []
  )

  private let threshold: Double
  private let minimumObjects: Int
  /// The τ that the number was had at: without it, it is none.
  private let place: String

  init(settings: DisagreementSettings) {
    threshold = settings.minimumAgreement
    minimumObjects = settings.minimumObjects
    place = " at \(settings.similarityName) ≥ \(settings.minimumIoU.messageText)"
  }

  func findings(in figures: ReportedFigures) -> [Finding] {
    figures.records.compactMap { record in
      guard record.id == "dice",
        let value = record.value, value < threshold,
        let n = record.n, n >= minimumObjects,
        isJudged(record.slice, figures)
      else { return nil }
      return finding(record, value, n: n)
    }
  }

  /// Points of the curve over τ are no parts of the data; a category in a part is told where it is the part
  /// that makes it fall short.
  private func isJudged(_ slice: SliceLabel, _ figures: ReportedFigures) -> Bool {
    guard slice[.iou] == nil else { return false }
    guard slice.values.count > 1 else { return true }
    guard slice.values.count == 2, let category = slice[.category],
      let whole = figures.dice(ofCategory: category)?.value
    else { return false }
    return whole >= threshold
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
      message: "dice\(place) (\(record.slice)) is \(value.messageText) (n \(n)\(interval ?? "")), "
        + "below \(threshold.messageText)\(doubt)",
      hint: Self.about.fix,
      evidence: ["value": value, "n": Double(n), "threshold": threshold]
        .merging(record.interval.map { ["low": $0.low, "high": $0.high] } ?? [:]) { $1 },
      identity: "\(record.slice)"
    )
  }
}
