package import Findings

/// What a person reads on the terminal in ten seconds: what was read, what fell short, where the report is.
package struct SummaryText: Sendable {
  private let isColoured: Bool
  private let files: [String]

  /// `files` are the paths that were written, the one to open first.
  package init(isColoured: Bool, files: [String]) {
    self.isColoured = isColoured
    self.files = files
  }

  package func text(of report: AuditReport) -> String {
    let index = ReportIndex(report)
    var lines = report.inputs.map(read)
    if report.command == "compare" {
      if index("items") != nil || index("icc-1") != nil {
        lines += [""] + labels(index)
      } else {
        lines += paired(report) + [""]
        lines += index("clusters") == nil ? agreement(index) : panel(report, index)
      }
    }
    if let cost = report.cost {
      lines += (lines.isEmpty ? [] : [""]) + CostText(cost, index).lines
    }
    if report.command == ToleranceText.command {
      lines += [""] + ToleranceText(report, index).lines
    }
    if NumbersText.commands.contains(report.command) {
      // What became of each rule's defects is in the page and the tables.
      let shown =
        report.command == "rework" ? { $0.slice == .overall } : { (_: MetricRecord) in true }
      lines += [""] + NumbersText(metrics: report.metrics.filter(shown)).lines
    }
    if report.auditsSomething { lines += [""] + findings(report) }
    if let gate = report.gate { lines += [""] + verdict(gate) }
    if !files.isEmpty {
      lines += ["", "written: \(files.map(TerminalText.plain).joined(separator: ", "))"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func read(_ input: AuditReport.Input) -> String {
    let role = input.role == "dataset" ? "" : "\(input.role.uppercased()): "
    let unusable =
      input.quarantined > 0
      ? ", " + paint("\(NumberText.grouped(input.quarantined)) records unusable", .red) : ""
    let name = TerminalText.plain("\(role)\(input.name) (\(input.format))")
    return "\(name): \(NumberText.grouped(input.images)) images, "
      + "\(NumberText.grouped(input.annotations)) annotations, "
      + "\(NumberText.grouped(input.categories)) categories\(unusable)"
  }

  /// Counts of what was left out that a reader takes in; fifty annotators have hundreds.
  private static let mostCounts = 12

  private func paired(_ report: AuditReport) -> [String] {
    let left = report.excluded.filter { $0.value > 0 && $0.key != "images-compared" }
      .sorted { $0.key < $1.key }
      .map { "\(TerminalText.plain($0.key)) \(NumberText.grouped($0.value))" }
    let compared = NumberText.grouped(report.excluded["images-compared"] ?? 0)
    let rest =
      left.count > Self.mostCounts
      ? " and \(left.count - Self.mostCounts) more counts in the report" : ""
    return [
      "compared: \(compared) images"
        + (left.isEmpty
          ? "" : "; left out: " + left.prefix(Self.mostCounts).joined(separator: ", ") + rest)
    ]
  }

  /// Labels or values of whole items.
  private func labels(_ index: ReportIndex) -> [String] {
    table(
      [
        ("fleiss-kappa", [:], "same label, beyond chance, all annotators"),
        ("alpha", [:], "the same by Krippendorff"),
        ("gwet-ac1", [:], "the same by Gwet"),
        ("cohen-kappa-pair-mean", [:], "two annotators at a time"),
        ("cohen-kappa-pair-min", [:], "the two who agree least"),
        ("cohen-kappa-pair-max", [:], "the two who agree most"),
        ("consensus-certainty", [:], "probability of the consensus label"),
        ("consensus-uncertain", [:], "items whose consensus is uncertain"),
        ("icc-a1", [:], "reliability of one annotator's value"),
        ("icc-c1", [:], "the same, offsets left out"),
        ("alpha-interval", [:], "agreement beyond chance"),
        ("kendall-w", [:], "how alike they rank"),
      ],
      index
    )
  }

  /// More than two annotators: how they agree, and what each adds.
  private func panel(_ report: AuditReport, _ index: ReportIndex) -> [String] {
    let counts = [("clusters", "objects"), ("clusters-complete", "of them drawn by all")]
      .compactMap { id, text in index.value(id).map { "\(NumberText.rounded($0)) \(text)" } }
    let annotators = report.metrics.filter { $0.id == "vitality" }.compactMap {
      $0.slice[.annotator]
    }
    return [counts.joined(separator: " · ")]
      + table(
        [
          ("alpha", [:], "same place and category, beyond chance"),
          ("alpha-image-mean", [:], "the same, image by image"),
          ("fleiss-kappa", [:], "category of objects drawn by all, beyond chance"),
          ("dice", [:], "same place and category, over all pairs"),
          ("dice-pair-mean", [:], "the same, mean of the pairs"),
        ]
          + annotators.map {
            ("vitality", [.annotator: $0], "what \(TerminalText.plain($0)) adds to alpha")
          },
        index
      )
  }

  private func agreement(_ index: ReportIndex) -> [String] {
    let counts = [
      ("matched", "matched"), ("only-a", "only A"), ("only-b", "only B"),
      ("category-mismatch", "category mismatches"),
      ("category-mismatch-agnostic", "if matching ignored categories"),
    ].compactMap { id, text in index.value(id).map { "\(NumberText.rounded($0)) \(text)" } }
    let rows: [Row] = [
      ("dice", [:], "same place and category"),
      ("alpha", [:], "the same, beyond chance"),
      ("cohen-kappa", [:], "category of matched pairs, beyond chance"),
      ("iou-median", [:], "overlap of matched pairs"),
      ("missing-rate", [.annotator: "a"], "missing in A"),
      ("missing-rate", [.annotator: "b"], "missing in B"),
    ]
    let worst = index.categories
      .compactMap { name in index("dice", [.category: name]).map { (name, $0) } }
      .filter { ($0.1.n ?? 0) >= 20 }
      .sorted { ($0.1.value ?? 2, $0.0) < ($1.1.value ?? 2, $1.0) }
      .prefix(3)
      .compactMap { name, record in
        record.value.map { value in
          "\(TerminalText.plain(name)) \(NumberText.rounded(value, decimals: 2)) (n \(record.n ?? 0))"
        }
      }
    return [counts.joined(separator: " · ")] + table(rows, index)
      + (worst.isEmpty ? [] : ["worst dice: \(worst.joined(separator: ", "))"])
  }

  private typealias Row = (id: String, slice: [SliceKey: String], text: String)

  /// Lines like `dice          0.794   0.766 … 0.823   n 3,521   same place and category`.
  private func table(_ rows: [Row], _ index: ReportIndex) -> [String] {
    let found = rows.compactMap { row in index(row.id, row.slice).map { ($0, row.text) } }
    let width = 2 + (found.map(\.0.id.count).max() ?? 0)
    return found.map { record, text in
      guard let shown = CoefficientText(record) else {
        let reason = TerminalText.plain(record.undefinedReason ?? "")
        return padded(record.id, width) + "undefined: \(reason)   \(text)"
      }
      return padded(record.id, width) + padded(shown.value, 8) + padded(shown.range, 16)
        + padded("n \(shown.n)", 10) + text
    }
  }

  private func findings(_ report: AuditReport) -> [String] {
    let found = report.findings.rules.filter { $0.count > 0 }
    guard !found.isEmpty else {
      return [paint("no finding", .green) + " of \(report.findings.rules.count) rules"]
    }
    let rows = found.sorted { ($1.severity, $1.count, $0.id) < ($0.severity, $0.count, $1.id) }
    return [NumberText.counted(report.findings.total, "finding")]
      + rows.map { rule in
        let count = NumberText.grouped(rule.count)
        let severity = padded(rule.severity.rawValue, 8)
        return String(repeating: " ", count: max(0, 8 - count.count)) + count + "  "
          + paint(severity, rule.severity.colour) + padded(TerminalText.plain(rule.id), 27)
          + TerminalText.plain(rule.summary)
      }
  }

  private func verdict(_ gate: GateResult) -> [String] {
    let colour: Colour =
      switch gate.verdict {
      case .pass: .green
      case .fail: .red
      case .warn, .inconclusive, .notApplicable: .yellow
      }
    let telling = gate.clauses.filter { $0.verdict != .pass && $0.verdict != .notApplicable }
    let more = telling.count > 8 ? ["  and \(telling.count - 8) more"] : []
    return ["gate: " + paint(gate.verdict.inWords, colour)]
      + telling.prefix(8).map { clause in
        let reason = TerminalText.plain("\(clause.reason) (\(clause.place))")
        return "  \(padded(clause.verdict.inWords, 13))\(reason)"
      }
      + more
  }

  // MARK: Words and colours

  fileprivate enum Colour: String {
    case red = "31"
    case green = "32"
    case yellow = "33"
    case plain = "0"
  }

  private func paint(_ text: String, _ colour: Colour) -> String {
    isColoured ? "\u{1b}[\(colour.rawValue)m\(text)\u{1b}[0m" : text
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}

extension AuditReport {
  /// Whether rules were run; a report of numbers alone says nothing of findings.
  var auditsSomething: Bool {
    !findings.rules.isEmpty
      || (cost == nil && command != ToleranceText.command
        && !NumbersText.commands.contains(command))
  }
}

extension Severity {
  fileprivate var colour: SummaryText.Colour {
    switch self {
    case .error: .red
    case .warning: .yellow
    case .info: .plain
    }
  }
}
