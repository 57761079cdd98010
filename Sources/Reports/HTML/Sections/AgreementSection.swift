import Findings

/// Every agreement number with its name, and how it stands to what the trade asks for.
struct AgreementSection: PageSection {
  private static let rows: [(id: String, text: String)] = [
    ("dice", "Objects found by both with the same category"),
    ("dice-any-category", "Objects found by both, whatever they were called"),
    ("alpha", "Place and category, beyond chance (Krippendorff α)"),
    ("alpha-image-mean", "The same for each image, averaged"),
    ("cohen-kappa", "Category of matched pairs, beyond chance (Cohen κ)"),
    ("cohen-kappa-observed", "Category of matched pairs, observed agreement"),
    ("cohen-kappa-pabak", "κ adjusted for prevalence and bias (PABAK)"),
    ("cohen-kappa-max", "Largest κ that the totals allow"),
    ("cohen-kappa-background", "κ with missing objects as a category (biased)"),
    ("iou-mean", "Mean IoU of matched pairs of the same category"),
    ("iou-mean-unmatched-zero", "Mean IoU, objects without a partner counting 0"),
  ]

  private static let counts: [(id: String, text: String)] = [
    ("matched", "matched pairs"), ("only-a", "objects only in A"), ("only-b", "objects only in B"),
    ("category-mismatch", "pairs with two categories"),
    ("category-mismatch-agnostic", "such pairs if matching paid no regard to categories"),
    ("unseen-estimate", "objects that both missed, as capture–recapture estimates them"),
  ]

  func part(of page: ReportPage) -> PagePart? {
    guard page.index.isOfTwo else { return nil }
    let rows = Self.rows.compactMap { row in
      page.index(row.id).map { self.row(row.text, $0, page) }
    }
    let counts = Self.counts.compactMap { count in
      page.index.value(count.id).map { "\(NumberText.rounded($0.rounded())) \(count.text)" as HTML }
    }
    let report = page.report
    let head = Cells.header([
      ("What agrees", false), ("Value", true), ("Interval", true), ("n", true),
      ("0 … 1, line at 0.70", false),
    ])
    return PagePart(
      id: "agreement",
      title: "Agreement",
      body: """
        <p>\(HTML.joined(counts, separator: "; ")). Objects are matched from IoU ≥ \
        \(parameter("iou", report)) on (\(parameter("iou-convention", report)) boxes, \
        \(parameter("matching", report))).</p>
        \(Cells.table("Agreement with 95 % intervals; a number means nothing without its name and its IoU threshold", head, rows))\
        <p class="quiet">n counts objects of both sides for dice, matched pairs for κ and IoU, objects a pair \
        of which counts once for α. The names lead to the definitions.</p>
        """
    )
  }

  private func row(_ text: String, _ record: MetricRecord, _ page: ReportPage) -> HTML {
    let bar = record.value.map {
      IntervalBar.svg(
        value: $0,
        low: record.interval?.low,
        high: record.interval?.high,
        target: ComparisonSentences.usualTarget
      )
    }
    return """
      <tr><th scope="row">\(text)<br>\(page.metric(record.id))</th>\(Cells.number(record))\
      <td class="chart">\(bar ?? "")</td></tr>
      """
  }

  private func parameter(_ name: String, _ report: AuditReport) -> String {
    switch report.parameters[name] {
    case .number(let number): NumberText.exact(number)
    case .text(let text): text
    case nil: "–"
    }
  }
}
