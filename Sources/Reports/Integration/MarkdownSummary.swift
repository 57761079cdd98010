package import Findings

/// A report on one page of Markdown: verdict, clauses, findings by rule and the first of them.
///
/// Made for the summary of a job (at most 1 MiB on GitHub) and for comments; what is left out is counted.
package struct MarkdownSummary: LocatedRenderer {
  package static let fileName = "summary.md"

  private static let shownClauses = 50
  private static let shownFindings = 20
  /// A text of a user is cut here.
  private static let longestText = 300

  private let folders: SourceFolders

  package init(folders: SourceFolders) { self.folders = folders }

  package func render(_ report: AuditReport, into output: inout some TextOutputStream) {
    var parts = ["## \(title(of: report))", inputs(report)]
    if let gate = report.gate { parts += clauses(gate) }
    parts += rules(report.findings) + findings(report.findings)
    for part in parts where !part.isEmpty { output.write(part + "\n\n") }
  }

  private func title(of report: AuditReport) -> String {
    let name = "\(report.tool.name) \(report.command)"
    guard let gate = report.gate else {
      return "\(name): \(NumberText.counted(report.findings.total, "finding"))"
    }
    return "\(gate.verdict.sign) \(name): \(gate.verdict.inWords)"
  }

  private func inputs(_ report: AuditReport) -> String {
    table(
      ["Input", "Format", "Images", "Annotations", "Categories", "Unusable records"],
      report.inputs.map { input in
        let role = input.role == "dataset" ? "" : "\(input.role): "
        return [role + input.name, input.format].map(text)
          + [input.images, input.annotations, input.categories, input.quarantined]
          .map(NumberText.grouped)
      },
      numbers: 2..<6
    )
  }

  // MARK: The policy

  private func clauses(_ gate: GateResult) -> [String] {
    let order: [Verdict] = [.fail, .inconclusive, .warn, .notApplicable, .pass]
    let sorted = order.flatMap { verdict in gate.clauses.filter { $0.verdict == verdict } }
    let rows = sorted.prefix(Self.shownClauses).map { clause in
      let place = folders.place(ofClause: clause.place)
      let range = clause.low.flatMap { low in
        clause.high.map { "\(NumberText.fixed(low)) … \(NumberText.fixed($0))" }
      }
      return [
        "\(clause.verdict.sign) \(clause.verdict.inWords)", text(clause.title),
        clause.measured.map { NumberText.rounded($0) } ?? "–", range ?? "–",
        clause.n.map(NumberText.grouped) ?? "–", text(clause.reason),
        text(place.path + (place.line.map { ":\($0)" } ?? "")),
      ]
    }
    let rest = gate.clauses.count - rows.count
    var parts = [
      table(
        ["Verdict", "Promise", "Measured", "95 % interval", "n", "What decides", "Where"],
        rows,
        numbers: 2..<5
      )
    ]
    if rest > 0 { parts.append("and \(NumberText.counted(rest, "more clause")) that is not shown") }
    if let baseline = gate.baseline { parts.append(self.baseline(baseline)) }
    parts += waivers(gate.waivers ?? [])
    return parts
  }

  private func baseline(_ baseline: GateResult.Baseline) -> String {
    let new =
      baseline.newAtLeast == baseline.newAtMost
      ? NumberText.grouped(baseline.newAtLeast)
      : "\(NumberText.grouped(baseline.newAtLeast)) to \(NumberText.grouped(baseline.newAtMost))"
    return "Since the baseline \(text(baseline.name)): \(new) new, "
      + "\(NumberText.grouped(baseline.resolved)) resolved."
  }

  /// Waivers that are to be looked at.
  private func waivers(_ waivers: [GateResult.Waiver]) -> [String] {
    waivers.filter { $0.state != .active }.map { waiver in
      "Waiver \(waiver.state.rawValue): \(text(waiver.subject)) (\(text(waiver.owner)), until "
        + "\(text(waiver.expires)), \(text(waiver.place)))."
    }
  }

  // MARK: Findings

  private func rules(_ findings: AuditReport.FindingSummary) -> [String] {
    let found = findings.rules.filter { $0.count > 0 }
      .sorted { ($1.severity, $1.count, $0.id) < ($0.severity, $0.count, $1.id) }
    guard !found.isEmpty else {
      return ["No finding of \(NumberText.counted(findings.rules.count, "rule"))."]
    }
    return [
      table(
        ["Findings", "Severity", "Rule", "What it finds"],
        found.map {
          [NumberText.grouped($0.count), $0.severity.rawValue, text($0.id), text($0.summary)]
        },
        numbers: 0..<1
      )
    ]
  }

  private func findings(_ findings: AuditReport.FindingSummary) -> [String] {
    let told = findings.told.enumerated()
      .sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }
      .map(\.element)
    guard !told.isEmpty else { return [] }
    let shown = told.prefix(Self.shownFindings)
    let rows = shown.map { finding in
      var place = finding.place
      place?.file = folders.path(ofData: finding.place?.file ?? "")
      return [
        finding.severity.rawValue, text(finding.rule), text(place.map { "\($0)" } ?? "–"),
        text(finding.message),
      ]
    }
    let isNew = findings.items.contains { $0.standing != nil }
    let heading =
      "\(isNew ? "New findings" : "Findings"), the first \(rows.count) of "
      + NumberText.grouped(isNew ? told.count : findings.total)
    return [
      "<details><summary>\(heading)</summary>",
      table(["Severity", "Rule", "Where", "What"], rows), "</details>",
    ]
  }

  // MARK: Markdown

  private func text(_ text: String) -> String {
    let cut = text.count > Self.longestText ? text.prefix(Self.longestText) + "…" : text[...]
    return MarkdownText.escaped(String(cut))
  }

  /// Cells are Markdown already; those of the columns `numbers` stand to the right.
  private func table(_ header: [String], _ rows: [[String]], numbers: Range<Int> = 0..<0) -> String
  {
    guard !rows.isEmpty else { return "" }
    let rule = header.indices.map { numbers.contains($0) ? "---:" : "---" }
    return ([header, rule] + rows).map { "| \($0.joined(separator: " | ")) |" }
      .joined(separator: "\n")
  }
}

extension Verdict {
  fileprivate var sign: String {
    switch self {
    case .pass: "✅"
    case .fail: "❌"
    case .warn: "⚠️"
    case .inconclusive: "❓"
    case .notApplicable: "➖"
    }
  }
}
