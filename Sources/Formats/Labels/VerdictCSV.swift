/// What reviewers wrote into a queue: a CSV with the columns `item` and `verdict`.
package enum VerdictCSV {
  package struct Row: Hashable, Sendable {
    package var item: String
    package var verdict: String
    /// Counted from 1.
    package var line: Int
  }

  /// - Returns: The lines that have a verdict.
  /// - Throws: `FormatError` where the file cannot be read, lacks a column, or a line lacks a field.
  package static func read(_ path: String) throws(FormatError) -> [Row] {
    try columns.read(path, row: row).rows
  }

  static let columns = NamedColumns(names: ["item", "verdict"])

  /// `nil` of a line without a verdict.
  static func row(_ line: NamedColumns.Line) -> Row? {
    let verdict = line.fields[1].trimmingSpace
    guard !verdict.isEmpty else { return nil }
    return Row(item: line.fields[0].withoutFormulaMark, verdict: verdict, line: line.number)
  }
}

extension String {
  fileprivate var trimmingSpace: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// Without the apostrophe that keeps a spreadsheet from taking a text for a formula.
  fileprivate var withoutFormulaMark: String {
    hasPrefix("'") && dropFirst().first.map { "=+-@".contains($0) } == true
      ? String(dropFirst()) : self
  }
}
