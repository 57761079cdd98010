/// The true label of items: a CSV with the columns `item` and `label`.
package enum LabelReference {
  /// - Returns: The label by item; the last one where an item stands twice.
  /// - Throws: `FormatError` where the file cannot be read, lacks a column, or a line lacks a field.
  package static func read(_ path: String) throws(FormatError) -> [String: String] {
    let rows = try NamedColumns(names: ["item", "label"]).read(path) { line in
      (line.fields[0], line.fields[1])
    }.rows
    return Dictionary(rows, uniquingKeysWith: { $1 })
  }
}
