import Findings

/// All numbers of a report that has few, one a line.
struct NumbersText {
  /// Commands whose reports are numbers and nothing else.
  static let commands: Set<String> = ["rework", "recurrence"]

  /// More lines than this are a table, not a summary.
  private static let shown = 30

  let metrics: [MetricRecord]

  /// Lines like `rework-fixed (rule=degenerate-box)   3   n 4`.
  var lines: [String] {
    let rows = metrics.prefix(Self.shown).map { record -> [String] in
      let part = record.slice == .overall ? "" : " (\(TerminalText.plain("\(record.slice)")))"
      guard let value = record.value else {
        return [record.id + part, "undefined: \(record.undefinedReason ?? "")", ""]
      }
      let range = record.interval.map {
        " (\(NumberText.short($0.low)) … \(NumberText.short($0.high)))"
      }
      return [
        record.id + part, NumberText.short(value) + (range ?? ""),
        "n \(NumberText.grouped(record.n ?? 0))",
      ]
    }
    let rest = metrics.count - rows.count
    return AlignedText.lines(rows)
      + (rest > 0 ? ["and \(NumberText.grouped(rest)) more numbers"] : [])
  }
}
