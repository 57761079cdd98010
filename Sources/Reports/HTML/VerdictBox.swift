import Findings

/// What the policy says, before anything else: the verdict, and each promise against what was measured.
struct VerdictBox {
  /// From so many clauses on those that hold are folded away.
  private static let manyClauses = 15

  func html(_ page: ReportPage) -> HTML {
    guard let gate = page.report.gate else {
      // Numbers alone promise nothing.
      guard page.report.auditsSomething else { return "" }
      return """
        <div class="verdict"><strong>No verdict</strong> \
        <span>No policy was given, so nothing was promised that could be judged.</span></div>
        """
    }
    let counts = Verdict.allCases.compactMap { verdict -> String? in
      let count = gate.clauses.count { $0.verdict == verdict }
      return count > 0 ? "\(count) \(verdict.inWords)" : nil
    }
    return """
      <div class="verdict is-\(gate.verdict.rawValue)">\
      <strong class="\(gate.verdict.rawValue)">\(gate.verdict.inWords.capitalisedFirst)</strong> \
      <span>\(counts.joined(separator: ", ")) of \
      \(NumberText.counted(gate.clauses.count, "clause"))</span></div>
      \(clauses(gate))\(baseline(gate))\(waivers(gate))
      """
  }

  /// What does not hold first, each in the order of the policy.
  private func clauses(_ gate: GateResult) -> HTML {
    let order: [Verdict] = [.fail, .inconclusive, .warn, .pass, .notApplicable]
    let sorted = order.flatMap { verdict in gate.clauses.filter { $0.verdict == verdict } }
    let telling = sorted.filter { $0.verdict != .pass && $0.verdict != .notApplicable }
    guard sorted.count > Self.manyClauses, telling.count < sorted.count else {
      return sorted.isEmpty ? "" : table("What was promised, and what was measured", sorted)
    }
    let rest = sorted.dropFirst(telling.count)
    return """
      \(telling.isEmpty ? "" : table("Promises that are not kept, or not surely", telling))
      <details><summary>\(NumberText.counted(rest.count, "clause")) that hold or do not apply</summary>\
      \(table("Promises that are kept", Array(rest)))</details>
      """
  }

  private func table(_ name: String, _ clauses: [GateResult.Clause]) -> HTML {
    let head = Cells.header([
      ("Verdict", false), ("What was promised", false), ("Target", true), ("Measured", true),
      ("Interval", true), ("n", true), ("Against the target", false),
      ("What decides", false),
    ])
    return Cells.table(name, style: "clauses", whole: "clauses.csv", head, clauses.map(row))
  }

  private func row(_ clause: GateResult.Clause) -> HTML {
    // Findings are counts, everything else has decimals even where they are 0.
    func show(_ number: Double) -> String {
      clause.metric.hasPrefix("findings")
        ? NumberText.rounded(number) : NumberText.fixed(number)
    }
    let range = clause.low.flatMap { low in clause.high.map { "\(show(low)) … \(show($0))" } }
    return """
      <tr><td class="\(clause.verdict.rawValue)"><b>\(clause.verdict.inWords)</b></td>\
      <th scope="row">\(clause.metric)\(part(clause.slice))</th>\
      <td class="n">\(clause.target)<br><span class="quiet">\(bound(clause))</span></td>\
      <td class="n"><b>\(clause.measured.map(show) ?? "–")</b></td>\
      <td class="n quiet">\(range ?? "")</td>\
      <td class="n">\(clause.n.map(NumberText.grouped) ?? "")</td>\
      <td class="chart">\(bar(clause))</td>\
      <td class="reason">\(clause.reason) <code class="quiet">\(clause.place)</code></td></tr>
      """
  }

  /// The part of the data that a clause is about, a line a property.
  private func part(_ slice: SliceLabel) -> HTML {
    HTML.joined(
      slice.sorted.map { "<br><span class=\"quiet\">\($0.key.rawValue): \($0.value)</span>" }
    )
  }

  /// What of the number is held against the target.
  private func bound(_ clause: GateResult.Clause) -> String {
    switch clause.bound {
    case "low": "lower end"
    case "high": "upper end"
    default: clause.bound
    }
  }

  private func bar(_ clause: GateResult.Clause) -> HTML {
    guard let measured = clause.measured, clause.metric != "findings",
      let target = clause.target.split(separator: " ").last.flatMap({ Double($0) }),
      !clause.target.contains("drop"), !clause.target.contains("rise")
    else { return "" }
    return IntervalBar.svg(value: measured, low: clause.low, high: clause.high, target: target)
  }

  private func baseline(_ gate: GateResult) -> HTML {
    guard let baseline = gate.baseline else { return "" }
    let new =
      baseline.newAtLeast == baseline.newAtMost
      ? NumberText.grouped(baseline.newAtLeast)
      : "\(NumberText.grouped(baseline.newAtLeast)) to \(NumberText.grouped(baseline.newAtMost))"
    return """
      <p>Beside the baseline \(baseline.name): \(new) new findings, at least \
      \(NumberText.grouped(baseline.resolved)) gone.</p>
      """
  }

  private func waivers(_ gate: GateResult) -> HTML {
    guard let waivers = gate.waivers, !waivers.isEmpty else { return "" }
    let rows = waivers.map { waiver -> HTML in
      """
      <tr><th scope="row">\(waiver.subject)</th>\
      <td class="\(waiver.state == .active ? "quiet" : "warn")">\(waiver.state.rawValue)</td>\
      \(Cells.count(waiver.findings))<td>\(waiver.reason)</td><td>\(waiver.owner)</td>\
      <td>\(waiver.expires)</td><td><code>\(waiver.place)</code></td></tr>
      """
    }
    let head = Cells.header([
      ("Waived", false), ("State", false), ("Findings", true), ("Reason", false), ("Owner", false),
      ("Until", false), ("Place", false),
    ])
    return """
      <details><summary>\(NumberText.counted(waivers.count, "waiver"))</summary>\
      \(Cells.table("Findings that somebody answers for", head, rows))</details>
      """
  }
}

extension Verdict {
  var inWords: String { self == .notApplicable ? "not applicable" : rawValue }
}

extension String {
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
