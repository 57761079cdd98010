/// The columns of a CSV of few lines by their names in its header; others are passed over.
struct NamedColumns {
  /// Names of the columns, in small letters.
  private let names: [String]

  init(names: [String]) { self.names = names }

  /// One line of it.
  struct Line {
    /// What it holds, in the order of the columns that were asked for.
    var fields: [String]
    /// Counted from 1.
    var number: Int

    func problem(_ text: String) -> CSVScanner.Problem {
      CSVScanner.Problem(line: number, column: 1, text: text)
    }
  }

  /// The lines of a file, each turned into something else or left out.
  ///
  /// - Throws: `FormatError` where the file cannot be read, lacks a column, a line lacks a field, or `row` throws.
  func read<Row>(
    _ path: String,
    row: (Line) throws(CSVScanner.Problem) -> Row?
  ) throws(FormatError) -> (rows: [Row], sha256: String) {
    let file = try MappedFile(path)
    let outcome = file.withBytes { bytes in
      Result { () throws(CSVScanner.Problem) in
        (rows: try rows(of: bytes, row: row), sha256: InputDigest.of(bytes))
      }
    }
    do throws(CSVScanner.Problem) { return try outcome.get() } catch {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      throw .malformed(file: name, line: error.line, column: error.column, problem: error.text)
    }
  }

  private func rows<Row>(
    of bytes: PaddedBytes,
    row: (Line) throws(CSVScanner.Problem) -> Row?
  ) throws(CSVScanner.Problem) -> [Row] {
    var scanner = CSVScanner(bytes)
    let header = (try scanner.nextRecord() ?? []).map { $0.lowercased() }
    let positions = names.compactMap { header.firstIndex(of: $0) }
    guard positions.count == names.count else {
      let all = names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
      let text = "the header must name the columns \(all)"
      throw CSVScanner.Problem(line: 1, column: 1, text: text)
    }
    var rows: [Row] = []
    while true {
      let number = scanner.line
      guard let fields = try scanner.nextRecord() else { return rows }
      let line = Line(fields: fields, number: number)
      guard fields.count == header.count else {
        throw line.problem("the header has \(header.count) fields, this line \(fields.count)")
      }
      let own = Line(fields: positions.map { fields[$0] }, number: number)
      if let row = try row(own) { rows.append(row) }
    }
  }
}
