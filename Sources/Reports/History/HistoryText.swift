import Findings

/// A history as a person reads it on the terminal.
package struct HistoryText: Sendable {
  private let isColoured: Bool
  /// How many of the last runs are listed.
  private let listed: Int
  /// Whether every trend is shown, not only the main ones and drops.
  private let showsAll: Bool

  package init(isColoured: Bool, listed: Int, showsAll: Bool) {
    self.isColoured = isColoured
    self.listed = listed
    self.showsAll = showsAll
  }

  package func text(of history: History) -> String {
    var lines = ["\(TerminalText.plain(history.name)): \(history.counts)"]
    if !history.runs.isEmpty { lines += [""] + table(history.runs) }
    for group in history.groups { lines += [""] + trends(group) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func table(_ runs: [RunSummary]) -> [String] {
    let shown = runs.suffix(listed)
    let left = runs.count - shown.count
    let rows =
      [["run", "recorded", "command", "state", "gate", "findings", "inputs", "decision"]]
      + shown.map { run in
        [
          String(run.run), run.recorded, run.command, run.state.rawValue,
          run.verdict?.inWords ?? "–", run.findings.map(NumberText.grouped) ?? "–",
          Self.cut(run.inputs.joined(separator: ", "), 40),
          Self.cut(run.note.isEmpty ? run.decisionText : run.note, 60),
        ]
      }
    return (left > 0 ? ["(\(NumberText.counted(left, "earlier run")) not listed: --last)"] : [])
      + AlignedText.lines(rows, toTheRight: [0, 5])
  }

  private func trends(_ group: History.Group) -> [String] {
    let shown = group.trendsMainFirst.filter { trend in
      showsAll || History.mainMetrics.contains(trend.metric)
        || trend.points.last?.judgement.isDrop == true
    }
    let left = group.trends.count - shown.count
    let rows = shown.map { trend -> [String] in
      let last = trend.points.last
      let range = last?.interval.map {
        "\(NumberText.rounded($0.low)) … \(NumberText.rounded($0.high))"
      }
      return [
        trend.metric, Sparkline.text(trend.points.map(\.value)),
        last?.value.map { NumberText.rounded($0) } ?? "undefined", range ?? "",
        trend.verdict,
      ]
    }
    let slice = shown.first.map { $0.slice == .overall ? "" : ", \($0.slice)" } ?? ""
    let lines = zip(AlignedText.lines(rows, toTheRight: [2]), shown).map { line, trend in
      trend.points.last?.judgement.isDrop == true ? paint(line, "31") : line
    }
    return [
      "\(TerminalText.plain(group.title + slice)): \(NumberText.counted(group.runs, "complete run"))"
    ] + lines
      + (left > 0
        ? ["(\(NumberText.counted(left, "more number")) not shown: --all, --metric)"] : [])
  }

  /// Names and reasons come from users: control characters do not reach the terminal.
  private static func cut(_ text: String, _ width: Int) -> String {
    let plain = TerminalText.plain(text)
    return plain.count > width ? plain.prefix(width - 1) + "…" : plain
  }

  private func paint(_ text: String, _ colour: String) -> String {
    isColoured ? "\u{1b}[\(colour)m\(text)\u{1b}[0m" : text
  }
}
