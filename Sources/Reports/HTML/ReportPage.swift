import Findings

/// What the sections of a page are made from.
struct ReportPage {
  let report: AuditReport
  let index: ReportIndex
  /// Where the CSV tables stand, as seen from the page: "" for beside it, `nil` where none were written.
  let tables: String?

  init(_ report: AuditReport, tables: String?) {
    self.report = report
    index = ReportIndex(report)
    self.tables = tables
  }

  /// A table's name, as a link where the table is there.
  func table(_ name: String) -> HTML {
    guard let tables else { return "<code>\(name)</code> (<code>--csv</code>)" }
    return #"<a href="\#(tables)\#(name)"><code>\#(name)</code></a>"#
  }

  /// A metric id that leads to its definition.
  func metric(_ id: String) -> HTML {
    report.definitions.contains { $0.id == id }
      ? ##"<a href="#def-\##(id)"><code>\##(id)</code></a>"## : "<code>\(id)</code>"
  }

  /// What the report calls the annotators: `a`, `b`, or the names of a panel.
  ///
  /// Only those that were measured against something.
  var annotators: [String] {
    var seen: Set<String> = []
    return report.metrics.filter { $0.id == "tightness-bias" && $0.slice.values.count == 1 }
      .compactMap { $0.slice[.annotator] }.filter { seen.insert($0).inserted }
  }

  /// Groups of annotators whose errors are given together.
  var cohorts: [String] {
    report.metrics.filter { $0.id == "annotator-error-rate" && $0.slice.values.count == 1 }
      .compactMap { $0.slice[.cohort] }
  }

  /// An annotator as people call it: A and B in capitals, names as they are.
  func name(_ annotator: String) -> String {
    report.inputs.contains { $0.role == annotator } || annotator.count == 1
      ? annotator.uppercased() : annotator
  }
}

extension ReportPage {
  /// A pair of annotators as people call them.
  func name(pair: String) -> String {
    let both = pair.split(separator: " × ", omittingEmptySubsequences: false)
    return both.count == 2 ? both.map { name(String($0)) }.joined(separator: " × ") : pair
  }
}

/// One part of the page, under a heading of its own.
protocol PageSection: Sendable {
  /// `nil` where the report has nothing for it.
  func part(of page: ReportPage) -> PagePart?
}

struct PagePart {
  /// Its anchor.
  let id: String
  let title: String
  let body: HTML
}

extension ReportPage {
  /// The values of a property that the report has numbers of, in its order.
  func values(of key: SliceKey) -> [String] {
    report.metrics.filter { $0.id == "images" && $0.slice.values.count == 1 }
      .compactMap { $0.slice[key] }
  }
}
