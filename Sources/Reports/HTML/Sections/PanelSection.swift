import Findings

/// More than two annotators: together, one by one, and pair by pair.
struct PanelSection: PageSection {
  private static let together: [(id: String, text: String)] = [
    ("alpha", "Place and category, beyond chance (Krippendorff α)"),
    ("alpha-image-mean", "The same for each image, averaged"),
    ("fleiss-kappa", "Category of objects that all drew (Fleiss κ), or label of an item"),
    ("gwet-ac1", "Label of an item (Gwet AC1)"),
    ("brennan-prediger", "Label of an item (Brennan–Prediger)"),
    ("label-observed-agreement", "Observed agreement"),
    ("dice", "Objects found by two with the same category, over all pairs"),
    ("dice-pair-mean", "Mean dice of two annotators"),
    ("cohen-kappa-pair-mean", "Mean Cohen κ of two annotators"),
    ("cohen-kappa-pair-min", "The two who agree least"),
    ("cohen-kappa-pair-max", "The two who agree most"),
    ("iou-mean-pair-mean", "Mean IoU of two annotators' pairs"),
    ("consensus-certainty", "Mean probability of the consensus label"),
    ("icc-a1", "Reliability of one value (ICC(A,1))"),
    ("icc-c1", "The same, offsets left out (ICC(C,1))"),
    ("icc-ak", "Reliability of the mean value (ICC(A,k))"),
    ("alpha-interval", "Values, beyond chance (α, interval scale)"),
    ("kendall-w", "How alike the items are ranked (Kendall W)"),
  ]

  func part(of page: ReportPage) -> PagePart? {
    let index = page.index
    guard !index.isOfTwo, index("clusters") ?? index("items") ?? index("icc-a1") != nil else {
      return nil
    }
    let rows = Self.together.compactMap { row -> HTML? in
      guard let record = index(row.id) else { return nil }
      return """
        <tr><th scope="row">\(row.text)<br>\(page.metric(row.id))</th>\(Cells.number(record))</tr>
        """
    }
    let head = Cells.header([
      ("What agrees", false), ("Value", true), ("Interval", true), ("n", true),
    ])
    return PagePart(
      id: "panel",
      title: "Agreement of all annotators",
      body: """
        \(Cells.table("Agreement of all annotators with 95 % intervals", head, rows))\
        \(annotators(page))\(pairs(page))
        """
    )
  }

  /// What is known of each annotator, one column a number.
  private func annotators(_ page: ReportPage) -> HTML {
    let (report, index) = (page.report, page.index)
    let columns: [(id: String, name: String)] = [
      ("vitality", "Vitality"), ("consensus-accuracy", "Equals the consensus"),
      ("dawid-skene-accuracy", "Accuracy (Dawid–Skene)"),
      ("mace-competence", "Competence (MACE)"), ("reference-accuracy", "Equals the reference"),
      ("seconds-per-label", "Seconds"),
    ].filter { column in report.metrics.contains { $0.id == column.id } }
    let ids = Set(columns.map(\.id))
    var seen: Set<String> = []
    let names = report.metrics.filter { ids.contains($0.id) && $0.slice.values.count == 1 }
      .compactMap { $0.slice[.annotator] }.filter { seen.insert($0).inserted }
    guard !names.isEmpty else { return "" }
    let rows = names.map { name -> HTML in
      let cells = columns.map { column -> HTML in
        let text = index(column.id, [.annotator: name]).flatMap { CoefficientText($0) }
        return """
          <td class="n">\(text?.value ?? "–")</td><td class="n quiet">\(text?.range ?? "")</td>
          """
      }
      return #"<tr><th scope="row">\#(page.name(name))</th>\#(HTML.joined(cells))</tr>"#
    }
    let head = Cells.header(
      [("Annotator", false)] + columns.flatMap { [($0.name, true), ("Interval", true)] }
    )
    return """
      <h3>What each annotator adds</h3>
      <p class="quiet">Vitality is what α loses without the annotator: below 0, the others agree better \
      alone.</p>
      \(Cells.table("What each annotator adds", head, rows))
      """
  }

  private func pairs(_ page: ReportPage) -> HTML {
    let (report, index) = (page.report, page.index)
    var seen: Set<String> = []
    let names = report.metrics.compactMap { $0.slice[.pair] }.filter { seen.insert($0).inserted }
    guard !names.isEmpty else { return "" }
    let columns = ["dice", "alpha", "cohen-kappa", "iou-mean", "bland-altman-bias"]
      .filter { id in report.metrics.contains { $0.id == id && $0.slice[.pair] != nil } }
    let rows = names.map { name -> HTML in
      let cells = columns.map { Cells.number(index($0, [.pair: name])) }
      return #"<tr><th scope="row">\#(page.name(pair: name))</th>\#(HTML.joined(cells))</tr>"#
    }
    let head = columns.flatMap { [($0, true), ("Interval", true), ("n", true)] }
    let table = Cells.table(
      "Every pair of annotators",
      Cells.header([("Pair", false)] + head),
      rows
    )
    return """
      \(groups(page))\
      <details\(names.count <= 10 ? " open" as HTML : "")><summary>\
      \(NumberText.counted(names.count, "pair")) of annotators</summary>\(table)</details>
      """
  }

  /// Who agrees with whom; nothing where all agree alike.
  private func groups(_ page: ReportPage) -> HTML {
    let members = page.report.metrics.filter { $0.id == "collaboration-cluster" }
    let groups = Dictionary(grouping: members) { $0.value ?? 0 }.sorted { $0.key < $1.key }
      .map { group -> HTML in
        let names = group.value.compactMap { $0.slice[.annotator] }.map { page.name($0) }
        return "<b>\(names.joined(separator: ", "))</b>"
      }
    guard groups.count > 1 else { return "" }
    return """
      <p>Groups whose members agree with an α of 0.70 on average: \
      \(HTML.joined(groups, separator: "; ")).</p>
      """
  }
}
