/// A table whose rows belong to entries: its columns as the canonical form has them.
struct LedgerTable: Sendable {
  let name: String
  /// Every column but `sequence`, in the order of the canonical form.
  let columns: [String]
  /// The columns that order the rows of one entry.
  let key: [String]

  /// Every table of form 1, in its order.
  ///
  /// The form of entries that are in a ledger never changes: a later form is another list.
  static let all: [LedgerTable] = [
    LedgerTable(
      name: "run",
      columns: [
        "tool", "version", "command", "series", "state", "note", "verdict", "report",
      ],
      key: []
    ),
    LedgerTable(name: "parameter", columns: ["name", "number", "text"], key: ["name"]),
    LedgerTable(
      name: "input",
      columns: [
        "position", "role", "name", "format", "sha256", "images", "annotations", "categories",
        "quarantined",
      ],
      key: ["position"]
    ),
    LedgerTable(name: "excluded", columns: ["name", "count"], key: ["name"]),
    LedgerTable(
      name: "measure",
      columns: [
        "slice", "metric", "position", "value", "n", "low", "high", "interval", "undefined",
      ],
      key: ["slice", "metric", "position"]
    ),
    LedgerTable(
      name: "rule",
      columns: ["position", "rule", "severity", "count"],
      key: ["position"]
    ),
    LedgerTable(
      name: "clause",
      columns: [
        "position", "metric", "slice", "target", "bound", "verdict", "measured", "reason",
      ],
      key: ["position"]
    ),
    LedgerTable(name: "decision", columns: ["run", "decision", "person", "reason"], key: []),
  ]

  /// The rows of one entry, in the order of the canonical form.
  var selection: String {
    let order = key.isEmpty ? "" : " ORDER BY " + key.joined(separator: ", ")
    return "SELECT \(columns.joined(separator: ", ")) FROM \(name) WHERE sequence = ?\(order)"
  }

  var insertion: String {
    let marks = Array(repeating: "?", count: columns.count + 1).joined(separator: ", ")
    return "INSERT INTO \(name) (sequence, \(columns.joined(separator: ", "))) VALUES (\(marks))"
  }
}
