package import Findings

/// Clauses and rules as test cases in JUnit's XML, which services that run checks show as a list of tests.
///
/// A clause that failed is a failure; one that is inconclusive or not applicable is skipped. Rules fail only
/// where no policy was given, and then by what is an error: with a policy, its limits decide.
package struct JUnitReport: LocatedRenderer {
  package static let fileName = "junit.xml"

  /// Findings of a rule that are listed; all are counted.
  private static let shownFindings = 20

  private let folders: SourceFolders

  package init(folders: SourceFolders) { self.folders = folders }

  package func render(_ report: AuditReport, into output: inout some TextOutputStream) {
    let suites = [clauses(report), rules(report)].compactMap { $0 }
    let cases = suites.flatMap(\.cases)
    output.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites")
    write(["name": "\(report.tool.name) \(report.command)"], counting: cases, into: &output)
    output.write(">\n")
    for suite in suites {
      output.write("  <testsuite")
      write(["name": suite.name], counting: suite.cases, into: &output)
      output.write(">\n")
      for testCase in suite.cases { write(testCase, into: &output) }
      output.write("  </testsuite>\n")
    }
    output.write("</testsuites>\n")
  }

  private struct Suite {
    var name: String
    var cases: [Case]
  }

  private struct Case {
    enum Outcome {
      case passed
      case failed(String)
      case skipped(String)
    }

    var suite: String
    var name: String
    var file: String?
    var line: Int?
    var outcome: Outcome
    /// What a reader may want to know, a line each.
    var output: [String]
  }

  // MARK: Suites

  private func clauses(_ report: AuditReport) -> Suite? {
    guard let gate = report.gate else { return nil }
    return Suite(
      name: "policy",
      cases: gate.clauses.map { clause in
        let place = folders.place(ofClause: clause.place)
        let outcome: Case.Outcome =
          switch clause.verdict {
          case .pass, .warn: .passed
          case .fail: .failed(clause.reason)
          case .inconclusive, .notApplicable:
            .skipped("\(clause.verdict.inWords): \(clause.reason)")
          }
        return Case(
          suite: "policy",
          name: clause.title,
          file: place.path,
          line: place.line,
          outcome: outcome,
          output: [clause.sentence]
        )
      }
    )
  }

  private func rules(_ report: AuditReport) -> Suite? {
    guard !report.findings.rules.isEmpty else { return nil }
    let kept = Dictionary(grouping: report.findings.items, by: \.rule)
    return Suite(
      name: "rules",
      cases: report.findings.rules.map { rule in
        let items = kept[rule.id] ?? []
        let failed = report.gate == nil && rule.severity == .error && rule.count > 0
        let lines = lines(of: items, count: rule.count)
        let count = NumberText.counted(rule.count, "finding")
        return Case(
          suite: "rules",
          name: rule.id,
          file: items.first?.place.map { folders.path(ofData: $0.file) },
          line: items.first?.place?.line,
          outcome: failed ? .failed("\(count): \(rule.summary)") : .passed,
          output: rule.count > 0 ? ["\(rule.severity.rawValue): \(count)"] + lines : []
        )
      }
    )
  }

  private func lines(of findings: [Finding], count: Int) -> [String] {
    let shown = findings.prefix(Self.shownFindings)
    let rest = count - shown.count
    return shown.map { finding in
      var place = finding.place
      place?.file = folders.path(ofData: finding.place?.file ?? "")
      let standing = finding.standing.map { " (\($0.rawValue))" } ?? ""
      return "\(place.map { "\($0): " } ?? "")\(finding.message)\(standing)"
    } + (rest > 0 ? ["and \(NumberText.grouped(rest)) more"] : [])
  }

  // MARK: XML

  private func write(
    _ testCase: Case,
    into output: inout some TextOutputStream
  ) {
    output.write("    <testcase")
    var attributes = [("classname", "assay.\(testCase.suite)"), ("name", testCase.name)]
    if let file = testCase.file { attributes.append(("file", file)) }
    if let line = testCase.line { attributes.append(("line", String(line))) }
    for (name, value) in attributes { output.write(" \(name)=\"\(value.inXML)\"") }
    output.write(">")
    let text = testCase.output.map(\.inXML).joined(separator: "\n")
    switch testCase.outcome {
    case .passed:
      if !text.isEmpty { output.write("<system-out>\(text)</system-out>") }
    case .failed(let reason):
      output.write("<failure message=\"\(reason.inXML)\">\(text)</failure>")
    case .skipped(let reason): output.write("<skipped message=\"\(reason.inXML)\"/>")
    }
    output.write("</testcase>\n")
  }

  private func write(
    _ attributes: KeyValuePairs<String, String>,
    counting cases: [Case],
    into output: inout some TextOutputStream
  ) {
    for (name, value) in attributes { output.write(" \(name)=\"\(value.inXML)\"") }
    let failed = cases.count { if case .failed = $0.outcome { true } else { false } }
    let skipped = cases.count { if case .skipped = $0.outcome { true } else { false } }
    output.write(
      " tests=\"\(cases.count)\" failures=\"\(failed)\" errors=\"0\" skipped=\"\(skipped)\""
    )
  }
}

extension String {
  /// The text within XML 1.0; a character that XML cannot hold stands as `�`, a line feed within an
  /// attribute as its reference.
  fileprivate var inXML: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\n": text += "&#10;"
      case "\t": text += "&#9;"
      case "\r": text += "&#13;"
      case "\u{0}"..<"\u{20}", "\u{fffe}", "\u{ffff}": text += "�"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
