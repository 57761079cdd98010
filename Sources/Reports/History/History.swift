package import Findings

/// A ledger as it is shown: its runs, and the trends of each group of runs that can be compared.
package struct History: Sendable {
  /// What the user named.
  package var name: String
  package var runs: [RunSummary]
  package var groups: [Group]

  package struct Group: Sendable {
    package var group: RunSummary.Group
    /// How many complete runs it has.
    package var runs: Int
    package var trends: [Trend]

    package init(group: RunSummary.Group, runs: Int, trends: [Trend]) {
      self.group = group
      self.runs = runs
      self.trends = trends
    }

    /// `compare, series 'street'`.
    var name: String {
      group.command + (group.series.isEmpty ? "" : ", series '\(group.series)'")
    }

    /// `compare, series 'street' (iou=0.5, …)`.
    var title: String { name + (group.parameters.isEmpty ? "" : " (\(group.parameters))") }

    /// The numbers that most readers look for come first, the others in the order of the report.
    var trendsMainFirst: [Trend] {
      let main = History.mainMetrics.flatMap { id in trends.filter { $0.metric == id } }
      return main + trends.filter { !History.mainMetrics.contains($0.metric) }
    }
  }

  package init(name: String, runs: [RunSummary], groups: [Group]) {
    self.name = name
    self.runs = runs
    self.groups = groups
  }

  static let mainMetrics = [
    "dice", "cohen-kappa", "alpha", "fleiss-kappa", "iou-median", "missing-rate", "suspect-rate",
    "defect-rate", "findings", "images", "annotations",
  ]

  /// `12 runs: 9 complete, 1 partial, 2 failed; 7 accepted, 1 rejected`.
  var counts: String {
    let states = RunState.allCases.compactMap { state -> String? in
      let count = runs.filter { $0.state == state }.count
      return count == 0 ? nil : "\(NumberText.grouped(count)) \(state.rawValue)"
    }
    let accepted = runs.filter { $0.decision?.verdict == .accept }.count
    let rejected = runs.filter { $0.decision?.verdict == .reject }.count
    return NumberText.counted(runs.count, "run")
      + (states.isEmpty ? "" : ": " + states.joined(separator: ", "))
      + "; \(NumberText.grouped(accepted)) accepted, \(NumberText.grouped(rejected)) rejected"
  }
}

extension RunSummary {
  /// `accepted by Ann: checked by hand`; empty where nobody decided.
  var decisionText: String {
    guard let decision else { return "" }
    let verb = decision.verdict == .accept ? "accepted" : "rejected"
    return "\(verb) by \(decision.person): \(decision.reason)"
  }
}

extension Trend {
  /// What a reader is told of the last run, and of drops before it.
  var verdict: String {
    let drops = points.dropLast().filter(\.judgement.isDrop).map { String($0.run) }
    let earlier = drops.suffix(5).joined(separator: ", ")
    let more = drops.count > 5 ? "\(drops.count - 5) more and " : ""
    return (points.last?.judgement.text ?? "")
      + (drops.isEmpty
        ? "" : "; earlier drops: \(more)in \(drops.count > 1 ? "runs" : "run") \(earlier)")
  }
}

extension Trend.Judgement {
  var isDrop: Bool {
    if case .drop = self { return true }
    return false
  }

  /// What a reader is told of it.
  var text: String {
    switch self {
    case .notJudged(let reason): "not judged: \(reason)"
    case .usual(let standing): "as usual: \(standing.text)"
    case .drop(let standing): "drop: \(standing.text)"
    }
  }
}

extension Trend.Standing {
  fileprivate var text: String {
    let score = z.map { "z \(NumberText.fixed($0, decimals: 1))" } ?? "the runs do not vary"
    return "\(score), median \(NumberText.rounded(median)) of \(window) accepted"
  }
}
