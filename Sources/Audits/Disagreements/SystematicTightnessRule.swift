import Findings
import Geometry
import Glibc

struct SystematicTightnessRule: FigureRule {
  static let about = RuleAbout(
    id: "systematic-tightness",
    severity: .warning,
    summary: "two annotators of whom one consistently draws larger than the other",
    rationale: """
      A difference that always goes the same way is a habit, not noise: one includes shadows, hair or \
      a margin that the other leaves out. It does not average out, it lowers every IoU between the \
      two, and a model trained on both learns neither. Fewer than 30 pairs are not judged.
      """,
    fix: "show both the same ten objects and agree on what belongs to the box at that edge",
    triggering: [],
    clean: []
  )

  private let minimumPairs: Int

  init(settings: DisagreementSettings) { minimumPairs = settings.minimumPairs }

  /// Of two annotators at most one finding, of a panel at most one for each pair.
  func findings(in figures: ReportedFigures) -> [Finding] {
    let isPanel = figures("clusters", .overall) != nil
    return figures.records.compactMap { record in
      guard record.id == "tightness-bias",
        let other = Self.other(in: record.slice, isPanel: isPanel)
      else { return nil }
      return finding(record, other, figures, isPanel: isPanel)
    }
  }

  /// Whom the annotator of a record is measured against; `nil` where that is no other annotator, or where the
  /// other one's record says the same.
  private static func other(in slice: SliceLabel, isPanel: Bool) -> String? {
    guard isPanel else { return slice == SliceLabel([.annotator: "a"]) ? "b" : nil }
    guard slice.values.count == 2, let own = slice[.annotator], let pair = slice[.pair],
      pair.hasPrefix("\(own) × ")
    else { return nil }
    return String(pair.dropFirst("\(own) × ".count))
  }

  private func finding(
    _ record: MetricRecord,
    _ other: String,
    _ figures: ReportedFigures,
    isPanel: Bool
  ) -> Finding? {
    // The bias of the other is that of the first with the other sign: the intervals are apart where this
    // one excludes 0.
    guard let own = record.slice[.annotator], let bias = record.value,
      let n = record.n, n >= minimumPairs,
      let interval = record.interval, interval.low > 0 || interval.high < 0
    else { return nil }
    let (looser, tighter) = bias > 0 ? (own, other) : (other, own)
    let growth = (exp(2 * abs(bias)) - 1) * 100
    let range = [abs(interval.low), abs(interval.high)].map { (exp(2 * $0) - 1) * 100 }.sorted()
    let edge = edge(record.slice.with(.annotator, looser), figures)
    return Finding(
      rule: Self.about.id,
      severity: Self.about.severity,
      message:
        "\(AnnotatorNames.text(looser)) draws \(growth.messageText(decimals: 1)) % larger than "
        + "\(AnnotatorNames.text(tighter)) by area\(edge) (n \(n) pairs, 95 % "
        + "\(range[0].messageText(decimals: 1)) … \(range[1].messageText(decimals: 1)) %)",
      hint: Self.about.fix,
      evidence: ["bias": bias, "low": interval.low, "high": interval.high, "n": Double(n)],
      identity: isPanel ? "looser \(looser), tighter \(tighter)" : "looser \(looser)"
    )
  }

  /// The edge that lies furthest outside, where one stands out.
  private func edge(_ slice: SliceLabel, _ figures: ReportedFigures) -> String {
    let offsets = BoxEdge.allCases.compactMap { edge in
      figures("edge-offset-\(edge.rawValue)", slice)?.value.map { (edge: edge, value: $0) }
    }
    let outside = offsets.filter { $0.value > 0 }
    guard let largest = outside.max(by: { $0.value < $1.value }) else { return "" }
    let share = largest.value / outside.reduce(0) { $0 + $1.value }
    if share > 0.4 { return ", mostly at the \(largest.edge.rawValue)" }
    return outside.count == BoxEdge.allCases.count
      ? ", on all sides" : ", at the " + outside.map(\.edge.rawValue).joined(separator: ", ")
  }
}
