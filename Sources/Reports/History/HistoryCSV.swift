import Findings

/// A history as tables, by the name of their files.
package struct HistoryCSV: Sendable {
  package init() {}

  package func tables(of history: History) -> [(fileName: String, text: String)] {
    [("runs.csv", runs(history.runs)), ("trends.csv", trends(history.groups))]
  }

  private func runs(_ runs: [RunSummary]) -> String {
    var table = CSVWriter(output: "")
    table.header([
      "run", "recorded", "tool", "version", "command", "series", "parameters", "state", "note",
      "verdict", "findings", "inputs", "decision", "by", "reason",
    ])
    for run in runs {
      table.row([
        .integer(run.run), .text(run.recorded), .text(run.tool.name), .text(run.tool.version),
        .text(run.command), .text(run.series), .text(run.parameters), .text(run.state.rawValue),
        .text(run.note), .text(run.verdict?.rawValue), .integer(run.findings),
        .text(run.inputs.joined(separator: "; ")), .text(run.decision?.verdict.rawValue),
        .text(run.decision?.person), .text(run.decision?.reason),
      ])
    }
    return table.output
  }

  private func trends(_ groups: [History.Group]) -> String {
    var table = CSVWriter(output: "")
    table.header(
      ["command", "series", "parameters", "metric"] + SliceKey.allCases.map(\.rawValue)
        + [
          "run", "recorded", "accepted", "value", "n", "low", "high", "interval", "undefined",
          "drop", "z", "window_median", "window_runs", "not_judged",
        ]
    )
    for group in groups {
      for trend in group.trends {
        for point in trend.points { table.row(cells(of: point, trend, group.group)) }
      }
    }
    return table.output
  }

  private func cells(
    of point: Trend.Point,
    _ trend: Trend,
    _ group: RunSummary.Group
  ) -> [CSVCell] {
    let record = MetricRecord(id: trend.metric, slice: trend.slice, outcome: point.outcome)
    return [
      .text(group.command), .text(group.series), .text(group.parameters), .text(trend.metric),
    ] + SliceKey.allCases.map { .text(trend.slice[$0]) } + [
      .integer(point.run), .text(point.recorded), .text(point.isAccepted ? "yes" : "no"),
      .number(record.value), .integer(record.n), .number(record.interval?.low),
      .number(record.interval?.high), .text(record.interval?.method),
      .text(record.undefinedReason),
    ] + cells(of: point.judgement)
  }

  private func cells(of judgement: Trend.Judgement) -> [CSVCell] {
    func cells(_ drop: String, _ standing: Trend.Standing) -> [CSVCell] {
      [
        .text(drop), .number(standing.z), .number(standing.median), .integer(standing.window),
        .empty,
      ]
    }
    switch judgement {
    case .notJudged(let reason): return [.empty, .empty, .empty, .empty, .text(reason)]
    case .usual(let standing): return cells("no", standing)
    case .drop(let standing): return cells("yes", standing)
    }
  }
}
