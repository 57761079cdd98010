package import Findings

/// Workflow commands that make GitHub show findings and clauses beside the lines of a change.
///
/// GitHub shows ten errors, ten warnings and ten notices of a step, so no more are written: clauses first, then
/// findings by severity. What the baseline has or a waiver covers is left out.
///
/// Source: GitHub, "Workflow commands for GitHub Actions".
package struct GitHubAnnotations: LocatedRenderer {
  package static let fileName = "annotations.txt"

  /// What GitHub shows of each level.
  private static let shownPerLevel = 10

  private let folders: SourceFolders

  package init(folders: SourceFolders) { self.folders = folders }

  package func render(_ report: AuditReport, into output: inout some TextOutputStream) {
    let all = (report.gate?.clauses ?? []).compactMap(clause) + findings(report)
    for level in Level.allCases {
      let ofLevel = all.filter { $0.level == level }
      // The last place says how many are left out.
      let shown = ofLevel.count > Self.shownPerLevel ? Self.shownPerLevel - 1 : ofLevel.count
      for annotation in ofLevel.prefix(shown) { output.write(annotation.command + "\n") }
      guard ofLevel.count > shown else { continue }
      let rest = Annotation(
        level: level,
        title: "assay",
        message: "and \(NumberText.grouped(ofLevel.count - shown)) more; the report has them all"
      )
      output.write(rest.command + "\n")
    }
  }

  private enum Level: String, CaseIterable {
    case error, warning, notice
  }

  private struct Annotation {
    var level: Level
    var file: String?
    var line: Int?
    var column: Int?
    var title: String
    var message: String

    /// `::error file=a.json,line=3,col=7,title=degenerate-box::box is 0 × 12 px`.
    var command: String {
      var properties: [String] = []
      if let file { properties.append("file=\(file.escapedAsProperty)") }
      if let line { properties.append("line=\(line)") }
      if let column { properties.append("col=\(column)") }
      properties.append("title=\(title.escapedAsProperty)")
      return "::\(level.rawValue) \(properties.joined(separator: ","))::\(message.escapedAsData)"
    }
  }

  private func clause(_ clause: GateResult.Clause) -> Annotation? {
    let level: Level
    switch clause.verdict {
    case .fail: level = .error
    case .warn, .inconclusive: level = .warning
    case .pass, .notApplicable: return nil
    }
    let place = folders.place(ofClause: clause.place)
    return Annotation(
      level: level,
      file: place.path,
      line: place.line,
      title: clause.title,
      message: "\(clause.verdict.inWords): \(clause.reason)"
    )
  }

  private func findings(_ report: AuditReport) -> [Annotation] {
    report.findings.told.map { finding in
      let place = finding.place
      let level: Level =
        switch finding.severity {
        case .error: .error
        case .warning: .warning
        case .info: .notice
        }
      return Annotation(
        level: level,
        file: place.map { folders.path(ofData: $0.file) },
        line: place.flatMap { $0.line > 0 ? $0.line : nil },
        column: place.flatMap { $0.line > 0 && $0.column > 0 ? $0.column : nil },
        title: finding.rule,
        message: finding.message
      )
    }
  }
}

extension String {
  /// The text behind `::`, on one line, so that no text of a user becomes a command of its own.
  fileprivate var escapedAsData: String { escaped(["%": "%25", "\r": "%0D", "\n": "%0A"]) }

  fileprivate var escapedAsProperty: String {
    escaped(["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
  }

  private func escaped(_ codes: [Unicode.Scalar: String]) -> String {
    var text = ""
    for scalar in unicodeScalars {
      if let code = codes[scalar] { text += code } else { text.unicodeScalars.append(scalar) }
    }
    // A log is looked at in a terminal, too.
    return TerminalText.plain(text)
  }
}
