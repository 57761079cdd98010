package import Findings

/// A difference as a person reads it on the terminal.
package struct DifferenceText: Sendable {
  private let isColoured: Bool
  /// How many numbers, and findings of each rule, are shown.
  private let shown: Int

  package init(isColoured: Bool, shown: Int) {
    self.isColoured = isColoured
    self.shown = shown
  }

  package func text(of difference: ReportDifference) -> String {
    var lines = difference.circumstances.map(TerminalText.plain)
    if difference.sharesInputs { lines.append("note: \(ChangeText.shared)") }
    lines += lines.isEmpty ? [] : [""]
    lines += metrics(difference) + [""] + rules(difference)
    return lines.joined(separator: "\n") + "\n"
  }

  private func metrics(_ difference: ReportDifference) -> [String] {
    let changed = ChangeText.changed(difference)
    let clear = changed.filter(\.isClear).count
    let same = difference.metrics.count - changed.count
    let rows = changed.prefix(shown).map { metric in
      [
        TerminalText.plain(ChangeText.name(metric)),
        TerminalText.plain(ChangeText.outcome(metric.before)), "→",
        TerminalText.plain(ChangeText.outcome(metric.after)), ChangeText.change(metric),
        ChangeText.interval(metric),
      ]
    }
    let lines = zip(AlignedText.lines(rows), changed).map { line, metric in
      metric.isClear ? paint(line, "33") : line
    }
    let left = changed.count - rows.count
    return [
      "\(NumberText.counted(changed.count, "number")) changed, \(NumberText.grouped(clear)) of them "
        + "clearly (the interval of the change leaves out 0), \(NumberText.grouped(same)) did not"
    ] + lines
      + (left > 0 ? ["(\(NumberText.grouped(left)) more not shown: --show, --json, --csv)"] : [])
  }

  private func rules(_ difference: ReportDifference) -> [String] {
    let changed = ChangeText.changedRules(difference)
    guard !changed.isEmpty else { return ["findings: the same"] }
    let rows =
      [["findings", "before", "after", "new", "gone", "kept"]]
      + changed.map { rule in
        [
          rule.id, rule.before.map(NumberText.grouped) ?? "not run",
          rule.after.map(NumberText.grouped) ?? "not run", ChangeText.count(rule.new),
          ChangeText.count(rule.gone), ChangeText.count(rule.kept),
        ]
      }
    var lines = AlignedText.lines(rows, toTheRight: [1, 2, 3, 4, 5])
    if changed.contains(where: { $0.kept.count > 1 }) { lines.append("(\(ChangeText.capped))") }
    for rule in changed {
      let isCertain = (rule.isNewCertain, rule.isGoneCertain)
      lines += listed(rule.listedNew, isCertain.0 ? "new" : "perhaps new", "31", of: rule)
      lines += listed(rule.listedGone, isCertain.1 ? "gone" : "perhaps gone", "32", of: rule)
    }
    return lines
  }

  private func listed(
    _ findings: [Finding],
    _ word: String,
    _ colour: String,
    of rule: RuleDifference
  ) -> [String] {
    let left = findings.count - min(shown, findings.count)
    return findings.prefix(shown).map {
      paint(word, colour) + "  \(rule.id)  " + TerminalText.plain(ChangeText.finding($0))
    } + (left > 0 ? ["(\(NumberText.grouped(left)) more \(word): --show, --json, --csv)"] : [])
  }

  private func paint(_ text: String, _ colour: String) -> String {
    isColoured ? "\u{1b}[\(colour)m\(text)\u{1b}[0m" : text
  }
}
