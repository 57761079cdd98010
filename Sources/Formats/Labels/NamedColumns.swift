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
    try CSVTable.read(path) { table throws(CSVScanner.Problem) in
      (try rows(of: &table, row: row), table.sha256)
    }
  }

  /// The lines of a table, each turned into something else or left out.
  func rows<Row>(
    of table: inout CSVTable,
    row: (Line) throws(CSVScanner.Problem) -> Row?
  ) throws(CSVScanner.Problem) -> [Row] {
    let positions = try positions(in: table)
    var rows: [Row] = []
    while let fields = try table.next() {
      let line = Line(fields: positions.map { fields[$0] }, number: table.line)
      if let row = try row(line) { rows.append(row) }
    }
    return rows
  }

  /// Where the columns stand, in any letters' case.
  private func positions(in table: CSVTable) throws(CSVScanner.Problem) -> [Int] {
    let header = table.names.map { $0.lowercased() }
    let positions = names.compactMap { header.firstIndex(of: $0) }
    guard positions.count == names.count else {
      let all = names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
      let text = "the header must name the columns \(all)"
      throw CSVScanner.Problem(line: 1, column: 1, text: text)
    }
    return positions
  }
}
