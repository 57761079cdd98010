import Findings

/// Finds the numbers of a report by id and slice.
struct ReportIndex {
  private struct Key: Hashable {
    var id: String
    var slice: SliceLabel
  }

  private let records: [Key: MetricRecord]
  /// Categories that a number is about, in the report's order.
  let categories: [String]

  init(_ report: AuditReport) {
    records = Dictionary(
      report.metrics.map { (Key(id: $0.id, slice: $0.slice), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var seen: Set<String> = []
    categories = report.metrics.compactMap { $0.slice[.category] }.filter {
      seen.insert($0).inserted
    }
  }

  func callAsFunction(_ id: String, _ slice: [SliceKey: String] = [:]) -> MetricRecord? {
    records[Key(id: id, slice: SliceLabel(slice))]
  }

  /// Whether it is of two annotators who were compared, A and B.
  var isOfTwo: Bool { self("dice") != nil && self("clusters") == nil }

  func value(_ id: String, _ slice: [SliceKey: String] = [:]) -> Double? { self(id, slice)?.value }
}
