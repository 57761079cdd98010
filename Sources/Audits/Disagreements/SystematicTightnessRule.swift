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

  func findings(in figures: ReportedFigures) -> [Finding] {
    // The bias of B is that of A with the other sign: the intervals are apart where A's excludes 0.
    let slice = SliceLabel([.annotator: "a"])
    guard let record = figures("tightness-bias", slice), let bias = record.value,
      let n = record.n, n >= minimumPairs,
      let interval = record.interval, interval.low > 0 || interval.high < 0
    else { return [] }
    let looser = bias > 0 ? "a" : "b"
    let tighter = bias > 0 ? "b" : "a"
    let growth = (exp(2 * abs(bias)) - 1) * 100
    let range = [abs(interval.low), abs(interval.high)].map { (exp(2 * $0) - 1) * 100 }.sorted()
    return [
      Finding(
        rule: Self.about.id,
        severity: Self.about.severity,
        message: "\(looser.uppercased()) draws \(growth.messageText(decimals: 1)) % larger than "
          + "\(tighter.uppercased()) by area\(edge(of: looser, figures)) (n \(n) pairs, 95 % "
          + "\(range[0].messageText(decimals: 1)) … \(range[1].messageText(decimals: 1)) %)",
        hint: Self.about.fix,
        evidence: ["bias": bias, "low": interval.low, "high": interval.high, "n": Double(n)],
        identity: "looser \(looser)"
      )
    ]
  }

  /// The edge that lies furthest outside, where one stands out.
  private func edge(of annotator: String, _ figures: ReportedFigures) -> String {
    let slice = SliceLabel([.annotator: annotator])
    let offsets = BoxEdge.allCases.compactMap { edge in
      figures("edge-offset-\(edge.rawValue)", slice)?.value.map { (edge: edge, value: $0) }
    }
    let outside = offsets.filter { $0.value > 0 }
    guard let largest = outside.max(by: { $0.value < $1.value }) else { return "" }
    let share = largest.value / outside.reduce(0) { $0 + $1.value }
    return share > 0.4 ? ", mostly at the \(largest.edge.rawValue)" : ", on all sides"
  }
}
