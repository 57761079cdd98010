import Findings

/// What the policy says, before anything else.
struct VerdictSection: PageSection {
  func html(_ report: AuditReport, _ index: ReportIndex) -> HTML {
    guard let gate = report.gate else {
      // Numbers alone promise nothing.
      guard report.auditsSomething else { return "" }
      return """
        <div class="verdict"><strong>No verdict</strong> \
        <span>No policy was given, so nothing was promised that could be judged.</span></div>
        """
    }
    let counts = Verdict.allCases.compactMap { verdict -> String? in
      let count = gate.clauses.count { $0.verdict == verdict }
      return count > 0 ? "\(count) \(verdict.inWords)" : nil
    }
    let failing = gate.clauses.filter { $0.verdict == .fail || $0.verdict == .inconclusive }
    let list = failing.prefix(10).map { clause -> HTML in
      "<li>\(clause.reason) <span class=\"quiet\">\(clause.place)</span></li>"
    }
    let more: HTML =
      failing.count > 10 ? "<li class=\"quiet\">and \(failing.count - 10) more below</li>" : ""
    let telling: HTML = list.isEmpty ? "" : "<ul>\(HTML.joined(list))\(more)</ul>"
    return """
      <div class="verdict is-\(gate.verdict.rawValue)">\
      <strong class="\(gate.verdict.rawValue)">\(gate.verdict.inWords.capitalisedFirst)</strong> \
      <span>\(counts.joined(separator: ", ")) of \(gate.clauses.count) clauses</span></div>
      \(telling)
      """
  }
}

extension Verdict {
  var inWords: String { self == .notApplicable ? "not applicable" : rawValue }
}

extension String {
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
