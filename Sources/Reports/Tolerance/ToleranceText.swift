import Findings

/// What promises of IoU leave objects in pixels, on a terminal.
struct ToleranceText {
  /// The command whose reports these are.
  static let command = "tolerance"

  private let table: ToleranceTable
  private let excluded: [String: Int]

  init(_ report: AuditReport, _ index: ReportIndex) {
    table = ToleranceTable(report, index)
    excluded = report.excluded
  }

  var lines: [String] {
    // Categories are in the page and the tables.
    let rows = table.rows.filter { $0.slice[.category] == nil }
    let head =
      ["", "objects"]
      + table.tiers.map { tier in
        let name = ToleranceTable.name(tier)
        return name.isEmpty ? tier : "\(name) \(tier)"
      }
    let cells = rows.map { row in
      [row.name, NumberText.grouped(row.n)] + table.tiers.map { cell(row, $0) }
    }
    let left = excluded.filter { $0.value > 0 }.sorted { $0.key < $1.key }
      .map { "\($0.key) \(NumberText.grouped($0.value))" }
    return [
      "how far every edge may lie outside its place, for the median object, and objects for which that",
      "is below 1 px", "",
    ] + AlignedText.lines([head] + cells, toTheRight: Set(1...(table.tiers.count + 1)))
      + (left.isEmpty ? [] : ["left out: \(left.joined(separator: ", "))"])
  }

  private func cell(_ row: ToleranceTable.Row, _ tier: String) -> String {
    guard let median = table.median(row, tier)?.value,
      let share = table.belowPixel(row, tier)?.value
    else { return "–" }
    return "\(NumberText.fixed(median, decimals: 1)) px, \(NumberText.percent(share))"
  }
}
