package import Annotations
package import Findings
package import Formats

/// What labels are suspected of: the annotations of a data set, or the items of a list.
package struct SuspectItems: Sendable {
  /// By item: how queues and verdicts name it; no two items have the same name.
  package let names: [String]
  /// By item: its category, a position in `categories`.
  package let labels: [Int32]
  package let categories: [String]
  /// What a report says of where they come from.
  package let input: AuditReport.Input
  /// Annotations that are no items: crowd regions, and those of undeclared categories.
  package let leftOut: Int
  let source: Source

  enum Source: Sendable {
    /// By item: the row of the annotation table.
    case annotations(Dataset, rows: [Int])
    case list
  }

  /// The annotations of a data set, in the order of its files.
  package init(_ delivery: Delivery) {
    let dataset = delivery.result.dataset
    let table = dataset.annotations
    let rows = (0..<table.count).filter {
      table.categories[$0] != AnnotationTable.noCategory && !table.flags[$0].contains(.crowd)
    }.sorted { SuspectItems.isEarlier($0, $1, table) }
    names = Self.names(rows, dataset)
    labels = rows.map { table.categories[$0] }
    categories = dataset.categories.names
    input = delivery.input
    leftOut = table.count - rows.count
    source = .annotations(dataset, rows: rows)
  }

  /// The items of a list.
  ///
  /// Where probabilities have so many `columns` and all labels are whole numbers below that, the
  /// categories are those numbers, used or not.
  package init(_ read: LabelListFile.Result, name: String, columns: Int? = nil) {
    let codes = read.list.categories.compactMap { Int($0) }
    let isNumbered =
      codes.count == read.list.categories.count
      && codes.allSatisfy { (0..<(columns ?? 0)).contains($0) }
    names = read.list.items
    labels = isNumbered ? read.list.labels.map { Int32(codes[Int($0)]) } : read.list.labels
    categories = isNumbered ? (0..<(columns ?? 0)).map(String.init) : read.list.categories
    leftOut = 0
    source = .list
    input = AuditReport.Input(
      role: "labels",
      name: name,
      format: read.format,
      detected: read.detected,
      sha256: read.sha256,
      images: read.list.items.count,
      annotations: read.list.items.count,
      categories: read.list.categories.count,
      quarantined: 0
    )
  }

  /// Some of other items, in the order given; what is taken away is not counted as left out.
  init(_ all: SuspectItems, only kept: [Int]) {
    names = kept.map { all.names[$0] }
    labels = kept.map { all.labels[$0] }
    categories = all.categories
    input = all.input
    leftOut = all.leftOut
    switch all.source {
    case .annotations(let dataset, let rows):
      source = .annotations(dataset, rows: kept.map { rows[$0] })
    case .list: source = .list
    }
  }

  package var count: Int { names.count }

  /// The data set that the items are annotations of; `nil` for a list.
  package var dataset: Dataset? {
    if case .annotations(let dataset, _) = source { dataset } else { nil }
  }

  /// The item's row of the annotation table; `nil` for an item of a list.
  func row(_ item: Int) -> Int? {
    if case .annotations(_, let rows) = source { rows[item] } else { nil }
  }

  func subject(_ item: Int) -> ReviewQueue.Subject {
    guard case .annotations(let dataset, let rows) = source else { return .item }
    return .annotation(row: rows[item], box: dataset.annotations.boxes[rows[item]])
  }

  package func category(_ item: Int) -> String { categories[Int(labels[item])] }

  /// How a message names an item: its id, and its image where that is another text.
  func reference(_ item: Int) -> String {
    image(item).map { "\($0) #\(names[item])" } ?? names[item]
  }

  /// The file name of the item's image, or `nil` for an item of a list.
  package func image(_ item: Int) -> String? {
    guard case .annotations(let dataset, let rows) = source else { return nil }
    let image = dataset.annotations.images[rows[item]]
    return image < 0 ? nil : dataset.images.fileNames[Int(image)]
  }

  /// The item's finding of a rule; `hint` in place of the rule's own.
  func finding(
    _ about: RuleAbout,
    _ item: Int,
    _ message: String,
    hint: String,
    evidence: [String: Double]
  ) -> Finding {
    guard case .annotations(let dataset, let rows) = source else {
      return Finding(
        rule: about.id,
        severity: about.severity,
        image: names[item],
        category: category(item),
        message: message,
        hint: hint,
        evidence: evidence.filter(\.value.isFinite)
      )
    }
    var finding = dataset.finding(about, annotation: rows[item], message, evidence: evidence)
    finding.hint = hint
    return finding
  }

  /// The annotation's id, or its place where it has none or an earlier one has the same.
  private static func names(_ rows: [Int], _ dataset: Dataset) -> [String] {
    let table = dataset.annotations
    var taken: Set<String> = []
    return rows.map { row in
      let place = table.places[row]
      let id = table.ids[row] == .absent ? nil : dataset.text(of: table.ids[row])
      if let id, taken.insert(id).inserted { return id }
      var name = "\(dataset.files[Int(place.file)])#\(place.index)"
      while !taken.insert(name).inserted { name += "'" }
      return name
    }
  }

  private static func isEarlier(_ a: Int, _ b: Int, _ table: AnnotationTable) -> Bool {
    let (first, second) = (table.places[a], table.places[b])
    return (first.file, first.index, a) < (second.file, second.index, b)
  }
}
