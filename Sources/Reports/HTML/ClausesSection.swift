import Findings

/// Each promise of the policy against what was measured.
struct ClausesSection: PageSection {
  func html(_ report: AuditReport, _ index: ReportIndex) -> HTML {
    guard let gate = report.gate else { return "" }
    let rows = gate.clauses.map { clause -> HTML in
      func show(_ number: Double?) -> String { number.map { NumberText.rounded($0) } ?? "–" }
      let range = clause.low.flatMap { low in
        clause.high.map { "\(NumberText.rounded(low)) … \(NumberText.rounded($0))" }
      }
      return """
        <tr><td class="\(clause.verdict.rawValue)"><b>\(clause.verdict.inWords)</b></td>\
        <th scope="row"><code>\(clause.metric)</code> \(clause.slice.values.isEmpty ? "" : "\(clause.slice)")</th>\
        <td class="n">\(clause.target)</td><td>\(clause.bound)</td>\
        <td class="n">\(show(clause.measured))</td><td class="n quiet">\(range ?? "")</td>\
        <td class="n">\(clause.n.map(NumberText.grouped) ?? "")</td><td>\(clause.reason)</td>\
        <td><code>\(clause.place)</code></td></tr>
        """
    }
    return """
      <section><h2>Policy</h2><div class="scroll"><table>\(Cells.header([
        ("Verdict", false), ("Clause", false), ("Target", true), ("Compared", false),
        ("Measured", true), ("Interval", true), ("n", true), ("What decides", false), ("Place", false),
      ]))<tbody>\(HTML.joined(rows))</tbody></table></div></section>
      """
  }
}
