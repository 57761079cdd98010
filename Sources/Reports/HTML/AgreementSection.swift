import Findings

/// Every agreement number with its name.
struct AgreementSection: PageSection {
  private static let rows: [(id: String, text: String)] = [
    ("dice", "Objects found by both with the same category (dice)"),
    ("dice-any-category", "Objects found by both, whatever they were called (dice)"),
    ("alpha", "Place and category, beyond chance (Krippendorff α)"),
    ("alpha-image-mean", "The same for each image, averaged"),
    ("cohen-kappa", "Category of matched pairs, beyond chance (Cohen κ)"),
    ("cohen-kappa-observed", "Category of matched pairs, observed agreement"),
    ("cohen-kappa-pabak", "κ adjusted for prevalence and bias (PABAK)"),
    ("cohen-kappa-max", "Largest κ that the totals allow"),
    ("iou-mean", "Mean IoU of matched pairs of the same category"),
    ("iou-mean-unmatched-zero", "Mean IoU, objects without a partner counting 0"),
  ]

  private static let counts: [(id: String, text: String)] = [
    ("matched", "matched pairs"), ("only-a", "objects only in A"), ("only-b", "objects only in B"),
    ("category-mismatch", "pairs with two categories"),
    ("category-mismatch-agnostic", "such pairs if matching paid no regard to categories"),
  ]

  func html(_ report: AuditReport, _ index: ReportIndex) -> HTML {
    guard index("dice") != nil else { return "" }
    let rows = Self.rows.compactMap { row -> HTML? in
      guard let record = index(row.id) else { return nil }
      return """
        <tr><th scope="row">\(row.text)</th><td><code>\(row.id)</code></td>\
        \(Cells.number(record))</tr>
        """
    }
    let counts = Self.counts.compactMap { count in
      index.value(count.id).map { "\(NumberText.rounded($0)) \(count.text)" }
    }
    return """
      <section><h2>Agreement</h2>
      <p>\(counts.joined(separator: "; ")). Objects are matched from IoU ≥ \(threshold(report)) on \
      (\(parameter("iou-convention", report)) boxes, \(parameter("matching", report))).</p>
      <div class="scroll"><table><caption>95 % intervals; an agreement number means nothing without \
      its name and its IoU threshold.</caption>\(Cells.header([
        ("What agrees", false), ("Metric", false), ("Value", true), ("Interval", true), ("n", true),
      ]))<tbody>\(HTML.joined(rows))</tbody></table></div></section>
      """
  }

  private func threshold(_ report: AuditReport) -> String { parameter("iou", report) }

  private func parameter(_ name: String, _ report: AuditReport) -> String {
    switch report.parameters[name] {
    case .number(let number): NumberText.exact(number)
    case .text(let text): text
    case nil: "–"
    }
  }
}
