import Findings

/// What labels cost, on a terminal: the numbers side by side, and what a reader must know.
struct CostText {
  private let cost: CostSummary
  private let index: ReportIndex

  init(_ cost: CostSummary, _ index: ReportIndex) {
    self.cost = cost
    self.index = index
  }

  var lines: [String] {
    let shown = CostRow.all.filter { row in
      cost.scenarios.contains { record(row, $0) != nil }
    }
    var table = cost.scenarios.count > 1 ? [[""] + cost.scenarios.map(\.name)] : []
    table += shown.map { row in [row.id] + cost.scenarios.map { cell(row, $0) } }
    let plain = table.map { $0.map(TerminalText.plain) }
    let numbers = Set(1...max(1, cost.scenarios.count))
    return heading + AlignedText.lines(plain, toTheRight: numbers)
      + cost.scenarios.flatMap(details)
  }

  private var heading: [String] {
    let labels = cost.scenarios.first.flatMap { index("cost-total", slice($0))?.n } ?? 0
    let unit = cost.currency.isEmpty ? "" : ", in \(TerminalText.plain(cost.currency))"
    return ["what \(NumberText.counted(labels, "label")) cost\(unit)", ""]
  }

  private func details(_ scenario: CostSummary.Scenario) -> [String] {
    let prefix = cost.scenarios.count > 1 ? "\(TerminalText.plain(scenario.name)): " : ""
    var lines: [String] = []
    if !scenario.rounds.isEmpty {
      let rounds = scenario.rounds.map { CostRow.count($0) }
      lines.append("\(prefix)corrections: \(Self.sum(rounds))")
    }
    if let frames = frames(scenario) { lines.append(prefix + frames) }
    let bars = scenario.sensitivities.prefix(4).map(bar)
    if !bars.isEmpty { lines.append("\(prefix)the total moves most with") }
    lines += bars
    lines += scenario.notes.map { "\(prefix)note: \(TerminalText.plain($0))" }
    return lines.isEmpty ? [] : [""] + lines
  }

  /// The first rounds and the last; hundreds of them tell nobody anything.
  private static func sum(_ rounds: [String]) -> String {
    guard rounds.count > 8 else { return rounds.joined(separator: " + ") }
    return (rounds.prefix(5) + ["…"] + rounds.suffix(1)).joined(separator: " + ")
      + " (\(rounds.count) rounds)"
  }

  private func frames(_ scenario: CostSummary.Scenario) -> String? {
    guard !scenario.frames.isEmpty else { return nil }
    let parts = scenario.frames.map {
      "\(CostRow.amount($0.objectPrice)) in frames of \(NumberText.rounded($0.objectsPerFrame, decimals: 1))"
    }
    return "an object costs " + parts.joined(separator: ", ")
  }

  private func bar(_ sensitivity: CostSummary.Sensitivity) -> String {
    func total(_ value: Double?) -> String { value.map(CostRow.amount) ?? "no estimate" }
    let range = "\(NumberText.short(sensitivity.low)) … \(NumberText.short(sensitivity.high))"
    return "  \(sensitivity.id) \(range): \(total(sensitivity.totalAtLow)) … "
      + total(sensitivity.totalAtHigh)
  }

  private func cell(_ row: CostRow, _ scenario: CostSummary.Scenario) -> String {
    guard let record = record(row, scenario) else { return "" }
    guard let value = record.value else { return "–" }
    let range = row.range(record)
    return row.show(value) + (range.isEmpty ? "" : " (\(range))")
  }

  private func record(_ row: CostRow, _ scenario: CostSummary.Scenario) -> MetricRecord? {
    index(row.id, slice(scenario))
  }

  private func slice(_ scenario: CostSummary.Scenario) -> [SliceKey: String] {
    cost.slice(of: scenario).values
  }
}
