/// Vectors with their categories: a CSV with the column `label`, perhaps `domain`, and numbers in all others.
package struct VectorTable: Sendable {
  package private(set) var labels: [String] = []
  /// One an object, or `nil` where the file has no such column.
  package private(set) var domains: [String]?
  /// Row after row; values of a file that says `nan` or `inf` stand as they are.
  package private(set) var values: [Float] = []
  /// How many columns hold numbers, at least 1.
  package let dimension: Int

  /// - Throws: `FormatError` where the file cannot be read, lacks a column, or a line lacks a field or
  ///   has one that is no number.
  package static func read(_ path: String) throws(FormatError) -> VectorTable {
    let file = try MappedFile(path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let read = file.withBytes { bytes in
      Swift.Result { () throws(CSVScanner.Problem) -> VectorTable in try VectorTable(bytes) }
    }
    do throws(CSVScanner.Problem) { return try read.get() } catch {
      throw .malformed(file: name, line: error.line, column: error.column, problem: error.text)
    }
  }

  private init(_ bytes: PaddedBytes) throws(CSVScanner.Problem) {
    var scanner = CSVScanner(bytes)
    let header = try scanner.nextRecord() ?? []
    let names = header.map { $0.lowercased() }
    let domain = names.firstIndex(of: "domain")
    guard let label = names.firstIndex(of: "label"),
      header.count > (domain == nil ? 1 : 2)
    else {
      throw CSVScanner.Problem(
        line: 1,
        column: 1,
        text: "the header must name the column label, and at least one column of numbers"
      )
    }
    let columns = header.indices.filter { $0 != label && $0 != domain }
    dimension = columns.count
    if domain != nil { domains = [] }
    while true {
      let line = scanner.line
      guard let fields = try scanner.nextRecord() else { return }
      guard fields.count == header.count else {
        throw CSVScanner.Problem(
          line: line,
          column: 1,
          text: "the header has \(header.count) fields, this line \(fields.count)"
        )
      }
      labels.append(fields[label])
      if let domain { domains?.append(fields[domain]) }
      for column in columns {
        values.append(try Self.number(fields[column], name: header[column], line: line))
      }
    }
  }

  private static func number(
    _ text: String,
    name: String,
    line: Int
  ) throws(CSVScanner.Problem) -> Float {
    if let number = Float(text) { return number }
    throw CSVScanner.Problem(line: line, column: 1, text: "'\(name)' is no number: '\(text)'")
  }
}
