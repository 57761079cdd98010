package import Findings

/// A difference as Markdown, for a comment on a pull request.
package struct DifferenceMarkdown: Sendable {
  /// How many numbers, and findings of each rule, are shown.
  private let shown: Int

  package init(shown: Int) { self.shown = shown }

  package func text(of difference: ReportDifference) -> String {
    let changed = ChangeText.changed(difference)
    var lines = ["## What changed", ""]
    lines += difference.circumstances.map { "- \(MarkdownText.escaped($0))" }
    if difference.sharesInputs { lines.append("- \(ChangeText.shared)") }
    lines += [
      "",
      "\(NumberText.counted(changed.count, "number")) changed, "
        + "\(changed.filter(\.isClear).count) of them clearly.",
    ]
    if !changed.isEmpty {
      lines += ["", "| number | before | after | change | interval |", "|---|---:|---:|---:|---|"]
      lines += changed.prefix(shown).map(row)
      if changed.count > shown { lines += ["", "\(changed.count - shown) more are not shown."] }
    }
    lines += [""] + rules(ChangeText.changedRules(difference))
    return lines.joined(separator: "\n") + "\n"
  }

  private func row(_ metric: MetricDifference) -> String {
    let name = MarkdownText.escaped(ChangeText.name(metric))
    let cells = [
      metric.isClear ? "**\(name)**" : name,
      MarkdownText.escaped(ChangeText.outcome(metric.before)),
      MarkdownText.escaped(ChangeText.outcome(metric.after)), ChangeText.change(metric),
      ChangeText.interval(metric),
    ]
    return "| \(cells.joined(separator: " | ")) |"
  }

  private func rules(_ rules: [RuleDifference]) -> [String] {
    guard !rules.isEmpty else { return ["Findings are the same."] }
    var lines = ["| rule | before | after | new | gone | kept |", "|---|---:|---:|---:|---:|---:|"]
    for rule in rules {
      let cells = [
        rule.id, rule.before.map(NumberText.grouped) ?? "not run",
        rule.after.map(NumberText.grouped) ?? "not run", ChangeText.count(rule.new),
        ChangeText.count(rule.gone), ChangeText.count(rule.kept),
      ]
      lines.append("| \(cells.map(MarkdownText.escaped).joined(separator: " | ")) |")
    }
    if rules.contains(where: { $0.kept.count > 1 }) {
      lines += ["", "Ranges: \(ChangeText.capped)."]
    }
    for rule in rules {
      let isCertain = (rule.isNewCertain, rule.isGoneCertain)
      lines += listed(rule.listedNew, isCertain.0 ? "New" : "Perhaps new", rule.id)
      lines += listed(rule.listedGone, isCertain.1 ? "Gone" : "Perhaps gone", rule.id)
    }
    return lines
  }

  private func listed(_ findings: [Finding], _ word: String, _ rule: String) -> [String] {
    guard !findings.isEmpty else { return [] }
    let left = findings.count - min(shown, findings.count)
    return ["", "### \(word): \(MarkdownText.escaped(rule))", ""]
      + findings.prefix(shown).map { "- \(MarkdownText.escaped(ChangeText.finding($0)))" }
      + (left > 0 ? ["", "\(left) more are not shown."] : [])
  }
}
