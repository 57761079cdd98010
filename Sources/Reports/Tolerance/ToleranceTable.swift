import Findings

/// What promises of IoU leave objects in pixels: a row a part of the data, a column a promise.
struct ToleranceTable {
  struct Row {
    let name: String
    let slice: SliceLabel
    /// Objects of the part.
    let n: Int
  }

  /// The IoUs as the report writes them.
  let tiers: [String]
  /// All objects, sizes, categories.
  let rows: [Row]
  private let index: ReportIndex

  init(_ report: AuditReport, _ index: ReportIndex) {
    self.index = index
    var (tiers, rows): ([String], [Row]) = ([], [])
    var seen: Set<SliceLabel> = []
    for record in report.metrics where record.id == "tolerance-below-pixel" {
      guard let tier = record.slice[.iou] else { continue }
      if !tiers.contains(tier) { tiers.append(tier) }
      var slice = record.slice
      slice.values[.iou] = nil
      guard seen.insert(slice).inserted else { continue }
      let name = slice.values.first?.value ?? "all"
      rows.append(Row(name: name, slice: slice, n: record.n ?? 0))
    }
    (self.tiers, self.rows) = (tiers, rows)
  }

  /// `tight` for 0.75; the IoU itself where it has no name.
  static func name(_ tier: String) -> String {
    ["0.5": "loose", "0.65": "standard", "0.75": "tight", "0.9": "pixel"][tier] ?? ""
  }

  func median(_ row: Row, _ tier: String) -> MetricRecord? {
    index("tolerance-median", row.slice.with(.iou, tier).values)
  }

  func belowPixel(_ row: Row, _ tier: String) -> MetricRecord? {
    index("tolerance-below-pixel", row.slice.with(.iou, tier).values)
  }
}
