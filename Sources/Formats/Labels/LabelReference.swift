/// The true label of items: a CSV with the columns `item` and `label`.
package enum LabelReference {
  /// - Returns: The label by item; the last one where an item stands twice.
  /// - Throws: `FormatError` where the file cannot be read, lacks a column, or a line lacks a field.
  package static func read(_ path: String) throws(FormatError) -> [String: String] {
    let file = try MappedFile(path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let read = file.withBytes { bytes in
      Swift.Result { () throws(CSVScanner.Problem) -> [String: String] in
        try labels(in: bytes)
      }
    }
    do throws(CSVScanner.Problem) { return try read.get() } catch {
      throw .malformed(file: name, line: error.line, column: error.column, problem: error.text)
    }
  }

  private static func labels(in bytes: PaddedBytes) throws(CSVScanner.Problem) -> [String: String] {
    var scanner = CSVScanner(bytes)
    let header = (try scanner.nextRecord() ?? []).map { $0.lowercased() }
    guard let item = header.firstIndex(of: "item"), let label = header.firstIndex(of: "label")
    else {
      throw CSVScanner.Problem(
        line: 1,
        column: 1,
        text: "the header must name the columns item and label"
      )
    }
    var labels: [String: String] = [:]
    while true {
      let line = scanner.line
      guard let fields = try scanner.nextRecord() else { return labels }
      guard fields.count == header.count else {
        throw CSVScanner.Problem(
          line: line,
          column: 1,
          text: "the header has \(header.count) fields, this line \(fields.count)"
        )
      }
      labels[fields[item]] = fields[label]
    }
  }
}
