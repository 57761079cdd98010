/// Labels or measured values that annotators gave to whole items, one row each.
package struct LabelTable: Sendable {
  /// Names of the items, annotators and labels, in order of first appearance.
  package private(set) var items: [String] = []
  package private(set) var annotators: [String] = []
  package private(set) var labels: [String] = []
  /// By row: positions in `items`, `annotators` and `labels`.
  package private(set) var rows: [Row] = []
  /// Whether the labels are numbers on a scale rather than names.
  package let isMeasured: Bool

  private var itemCodes: [String: Int32] = [:]
  private var annotatorCodes: [String: Int32] = [:]
  private var labelCodes: [String: Int32] = [:]

  package struct Row: Hashable, Sendable {
    package var item: Int32
    package var annotator: Int32
    package var label: Int32
    /// The label as a number; 0 where labels are names.
    package var value: Double
    /// The time it took, in seconds.
    package var seconds: Double?
    /// Counted from 1.
    package var line: Int
  }

  package init(isMeasured: Bool) { self.isMeasured = isMeasured }

  /// Adds a row; `value` is the label as a number, where labels are measured.
  package mutating func append(
    item: String,
    annotator: String,
    label: String,
    value: Double = 0,
    seconds: Double?,
    line: Int
  ) {
    rows.append(
      Row(
        item: Self.code(of: item, &itemCodes, &items),
        annotator: Self.code(of: annotator, &annotatorCodes, &annotators),
        label: Self.code(of: label, &labelCodes, &labels),
        value: value,
        seconds: seconds,
        line: line
      )
    )
  }

  private static func code(
    of name: String,
    _ codes: inout [String: Int32],
    _ names: inout [String]
  ) -> Int32 {
    if let code = codes[name] { return code }
    let code = Int32(names.count)
    codes[name] = code
    names.append(name)
    return code
  }
}

extension LabelTable {
  /// One answer of each annotator to each item, by item: the last one given; and how many were replaced.
  package var answers: (byItem: [[Row]], replaced: Int) {
    var last: [[Int32: Row]] = items.map { _ in [:] }
    var replaced = 0
    for row in rows where last[Int(row.item)].updateValue(row, forKey: row.annotator) != nil {
      replaced += 1
    }
    return (last.map { $0.values.sorted { $0.annotator < $1.annotator } }, replaced)
  }
}
