import Findings

/// How the total grows from the price, category by category: bars that stand on each other's ends.
struct WaterfallChart {
  private struct Step {
    var name: String
    var amount: Double
    var isTotal = false
  }

  private let steps: [Step]
  private let interval: MetricRecord.Interval?
  /// The largest amount of all drawings that stand together, so that their bars compare.
  private let most: Double

  private static let categories = [
    ("cost-direct", "Price"), ("cost-qa", "Quality control"), ("cost-rework", "Rework"),
    ("cost-remediation", "Remediation"),
  ]
  private static let (width, left, right) = (440.0, 104.0, 92.0)
  private static let (row, bar) = (32.0, 20.0)

  /// One drawing a scenario, all on one scale.
  static func all(_ cost: CostSummary, _ index: ReportIndex) -> [HTML] {
    let slices = cost.scenarios.map { cost.slice(of: $0).values }
    let most = slices.compactMap { slice in
      index("cost-total", slice).flatMap { $0.interval?.high ?? $0.value }
    }.max()
    return slices.map { WaterfallChart(index, $0, most: most ?? 0).svg }
  }

  private init(_ index: ReportIndex, _ slice: [SliceKey: String], most: Double) {
    self.most = most
    let parts = Self.categories.compactMap { id, name in
      index.value(id, slice).map { Step(name: name, amount: $0) }
    }
    let total = index("cost-total", slice)
    steps = parts + [Step(name: "Total", amount: total?.value ?? 0, isTotal: true)]
    interval = total?.interval
  }

  /// Empty where nothing is paid.
  private var svg: HTML {
    guard most > 0 else { return "" }
    let text = steps.map { "\($0.name) \(CostRow.amount($0.amount))" }.joined(separator: ", ")
    let height = Double(steps.count) * Self.row + 4
    var start = 0.0
    var rows: [HTML] = []
    for (position, step) in steps.enumerated() {
      let from = step.isTotal ? 0 : start
      rows.append(bar(step, from: from, y: Double(position) * Self.row + 6))
      start = from + step.amount
    }
    return """
      <svg width="\(Self.width)" height="\(height)" viewBox="0 0 \(Self.width) \(height)" role="img" \
      aria-label="\(text)"><title>\(text)</title>\(HTML.joined(rows))</svg>
      """
  }

  private func bar(_ step: Step, from start: Double, y: Double) -> HTML {
    let (x, end) = (self.x(start), self.x(start + step.amount))
    let middle = y + Self.bar / 2
    var range: HTML = ""
    if step.isTotal, let interval {
      range = """
        <line class="range" x1="\(self.x(interval.low))" x2="\(self.x(interval.high))" \
        y1="\(middle)" y2="\(middle)"/>
        """
    }
    let style: HTML = step.isTotal ? "full" : step.name == "Price" ? "mid" : "step"
    let link: HTML =
      step.isTotal
      ? ""
      : #"<line class="axis" x1="\#(end)" x2="\#(end)" y1="\#(y)" y2="\#(y + Self.row + Self.bar)"/>"#
    let labelled = max(end, interval.map { step.isTotal ? self.x($0.high) : 0 } ?? 0)
    return """
      \(link)<text class="name" x="\(Self.left - 8)" y="\(middle + 4)" text-anchor="end">\
      \(step.name)</text><rect class="\(style)" x="\(x)" y="\(y)" width="\(max(1, end - x))" \
      height="\(Self.bar)"/>\(range)<text class="name" x="\(labelled + 6)" y="\(middle + 4)">\
      \(CostRow.amount(step.amount))</text>
      """
  }

  private func x(_ amount: Double) -> Double {
    Self.left + max(0, min(1, amount / most)) * (Self.width - Self.left - Self.right)
  }
}
