package import Findings

extension Ledger {
  /// Each number that runs of one group, the oldest first, have about one part of the data.
  ///
  /// One trend a metric: of `metrics`, or of all that the last complete run has, in that order; none for
  /// a metric that no run has.
  package func trends(
    of runs: [RunSummary],
    metrics: [String]?,
    slice: SliceLabel
  ) throws(LedgerError) -> [Trend] {
    let complete = runs.filter { $0.state == .complete }
    guard let last = complete.last else { return [] }
    let records = try measures(of: complete.map(\.run), slice: slice)
    let targets = try targets(of: last.run, slice: slice)
    var series: [String: [(run: RunSummary, outcome: MetricRecord.Outcome)]] = [:]
    for run in complete {
      var seen: Set<String> = []
      for record in records[run.run] ?? [] where seen.insert(record.id).inserted {
        series[record.id, default: []].append((run, record.outcome))
      }
    }
    var named: Set<String> = []
    let ids = metrics ?? records[last.run]?.map(\.id) ?? []
    return ids.filter { named.insert($0).inserted }.compactMap { id in
      series[id].map { points in
        Trend(
          metric: id,
          slice: slice,
          points: Self.judged(points, metric: id),
          targets: (targets[id] ?? []).compactMap(Self.number(of:))
        )
      }
    }
  }

  private static func judged(
    _ points: [(run: RunSummary, outcome: MetricRecord.Outcome)],
    metric: String
  ) -> [Trend.Point] {
    let direction = MetricDirection(of: metric)
    var window: [DropRule.Value] = []
    return points.map { run, outcome in
      let value = direction.flatMap { DropRule.Value(outcome, direction: $0) }
      var judgement = Trend.Judgement.notJudged(Trend.withoutDirection)
      if let direction {
        judgement =
          value.map { DropRule.judge($0, window: window, direction: direction) }
          ?? .notJudged(Trend.withoutValue)
      }
      if let value, run.isAccepted { window.append(value) }
      return Trend.Point(
        run: run.run,
        recorded: run.recorded,
        isAccepted: run.isAccepted,
        isRejected: run.decision?.verdict == .reject,
        outcome: outcome,
        judgement: judgement
      )
    }
  }

  /// The number of a target such as `>= 0.7`; a limit on a change is not one of the number itself.
  private static func number(of target: String) -> Double? {
    let parts = target.split(separator: " ")
    guard parts.count == 2, [">=", ">", "<=", "<", "=="].contains(parts[0]) else { return nil }
    return Double(parts[1])
  }
}

extension Trend {
  /// Why a number is not judged.
  static let withoutDirection = "neither more nor less of it is better"
  static let withoutValue = "it has no value"
}
