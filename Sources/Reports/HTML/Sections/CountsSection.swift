import Findings

/// How many annotations each category of one data set has.
struct CountsSection: PageSection {
  /// Longer tables are folded from here on.
  private static let shown = 20

  func part(of page: ReportPage) -> PagePart? {
    let index = page.index
    guard let total = index("annotations")?.value, !index.isOfTwo else { return nil }
    let rows = index.categories
      .compactMap { name in index("annotations", [.category: name]).map { (name, $0) } }
      .filter { ($0.1.value ?? 0) > 0 }
      .sorted { ($1.1.value ?? 0, $0.0) < ($0.1.value ?? 0, $1.0) }
      .map { name, record -> HTML in
        let count = record.value ?? 0
        let share = MetricRecord(
          id: record.id,
          slice: record.slice,
          outcome: .number(total > 0 ? count / total : 0, n: Int(total), interval: nil)
        )
        return """
          <tr><th scope="row">\(name)</th>\(Cells.count(Int(count)))\
          <td class="chart">\(ShareBar.svg(share))</td>\
          <td class="n">\(NumberText.percent(share.value ?? 0))</td></tr>
          """
      }
    let unused = index.categories.count - rows.count
    let spread = [
      ("mean", "objects-per-image-mean"), ("median", "objects-per-image-median"),
      ("most", "objects-per-image-max"),
    ].compactMap { name, id in
      index.value(id).map { "\(name) \(NumberText.rounded($0, decimals: 1))" }
    }
    let head = Cells.header([
      ("Category", false), ("Annotations", true), ("Share", false), ("%", true),
    ])
    let rest = rows.dropFirst(Self.shown)
    let folded: HTML =
      rest.isEmpty
      ? ""
      : """
      <details><summary>\(NumberText.counted(rest.count, "category", plural: "categories")) with fewer \
      annotations</summary>\(Cells.table("The smaller categories", head, Array(rest)))</details>
      """
    return PagePart(
      id: "categories",
      title: "Categories",
      body: """
        <p>Annotations of an image: \(spread.joined(separator: ", ")).\
        \(unused > 0 ? " No annotation: \(NumberText.counted(unused, "declared category", plural: "declared categories"))." : "")</p>
        \(Cells.table("Annotations of each category, the most first", head, Array(rows.prefix(Self.shown))))\(folded)
        """
    )
  }
}
