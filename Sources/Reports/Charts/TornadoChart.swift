import Findings

/// How far the total moves with each number alone, the largest on top.
struct TornadoChart {
  private let bars: [CostSummary.Sensitivity]

  /// More bars than this tell nothing.
  private static let shown = 10
  private static let width = 440.0
  private static let (row, bar) = (36.0, 12.0)

  init(_ sensitivities: [CostSummary.Sensitivity]) {
    bars = Array(sensitivities.prefix(Self.shown))
  }

  /// Empty where no number moves the total.
  var svg: HTML {
    let totals = bars.flatMap { [$0.totalAtLow, $0.totalAtHigh].compactMap { $0 } }
    guard let least = totals.min(), let most = totals.max(), least < most else { return "" }
    let height = Double(bars.count) * Self.row + 4
    let text = bars.map(words).joined(separator: "; ")
    let rows = bars.enumerated().map { position, bar in
      drawing(bar, y: Double(position) * Self.row + 4, least...most)
    }
    return """
      <svg width="\(Self.width)" height="\(height)" viewBox="0 0 \(Self.width) \(height)" role="img" \
      aria-label="\(text)"><title>\(text)</title>\(HTML.joined(rows))</svg>
      """
  }

  private func words(_ bar: CostSummary.Sensitivity) -> String {
    "\(bar.id) \(NumberText.short(bar.low)) … \(NumberText.short(bar.high)): "
      + "\(amount(bar.totalAtLow)) … \(amount(bar.totalAtHigh))"
  }

  private func amount(_ total: Double?) -> String { total.map(CostRow.amount) ?? "no estimate" }

  private func drawing(
    _ bar: CostSummary.Sensitivity,
    y: Double,
    _ range: ClosedRange<Double>
  ) -> HTML {
    func x(_ total: Double) -> Double {
      (total - range.lowerBound) / (range.upperBound - range.lowerBound) * Self.width
    }
    // An end without an estimate is drawn to the edge: nobody knows how far it goes.
    let ends = [bar.totalAtLow ?? range.lowerBound, bar.totalAtHigh ?? range.upperBound].map(x)
    let (from, to) = (min(ends[0], ends[1]), max(ends[0], ends[1]))
    return """
      <text class="name" y="\(y + 11)">\(words(bar))</text>\
      <rect class="rest" y="\(y + 16)" width="\(Self.width)" height="\(Self.bar)"/>\
      <rect class="full" x="\(from)" y="\(y + 16)" width="\(max(1, to - from))" \
      height="\(Self.bar)"/>
      """
  }
}
