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
    let file = try MappedFile(path)
    let outcome = file.withBytes { bytes in
      Result { () throws(CSVScanner.Problem) -> [Row] in try rows(bytes) }
    }
    do throws(CSVScanner.Problem) { return try outcome.get() } catch {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      throw .malformed(file: name, line: error.line, column: error.column, problem: error.text)
    }
  }

  private static func rows(_ bytes: PaddedBytes) throws(CSVScanner.Problem) -> [Row] {
    var scanner = CSVScanner(bytes)
    let header = (try scanner.nextRecord() ?? []).map { $0.lowercased() }
    guard let item = header.firstIndex(of: "item"), let verdict = header.firstIndex(of: "verdict")
    else {
      throw CSVScanner.Problem(
        line: 1,
        column: 1,
        text: "the header must name the columns item and verdict"
      )
    }
    var rows: [Row] = []
    while true {
      let line = scanner.line
      guard let fields = try scanner.nextRecord() else { return rows }
      guard fields.count == header.count else {
        throw CSVScanner.Problem(
          line: line,
          column: 1,
          text: "the header has \(header.count) fields, this line \(fields.count)"
        )
      }
      let text = fields[verdict].trimmingSpace
      if !text.isEmpty {
        rows.append(Row(item: fields[item].withoutFormulaMark, verdict: text, line: line))
      }
    }
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
