/// The records of a CSV with a header, each with as many fields as the header.
struct CSVTable {
  let names: [String]
  /// The line of the record read last, counted from 1.
  private(set) var line = 1
  private let bytes: PaddedBytes
  private var scanner: CSVScanner

  /// What is made of a file's table.
  ///
  /// - Throws: `FormatError` where the file cannot be read, and for the place of a problem in it.
  static func read<Value>(
    _ path: String,
    as make: (inout CSVTable) throws(CSVScanner.Problem) -> Value
  ) throws(FormatError) -> Value {
    let file = try MappedFile(path)
    let outcome = file.withBytes { bytes in
      Result { () throws(CSVScanner.Problem) -> Value in try read(bytes, as: make) }
    }
    do throws(CSVScanner.Problem) { return try outcome.get() } catch {
      throw .malformed(
        file: fileName(of: path),
        line: error.line,
        column: error.column,
        problem: error.text
      )
    }
  }

  /// What is made of a table in memory.
  static func read<Value>(
    _ bytes: PaddedBytes,
    as make: (inout CSVTable) throws(CSVScanner.Problem) -> Value
  ) throws(CSVScanner.Problem) -> Value {
    var table = try CSVTable(bytes)
    return try make(&table)
  }

  private init(_ bytes: PaddedBytes) throws(CSVScanner.Problem) {
    self.bytes = bytes
    scanner = CSVScanner(bytes)
    names = try scanner.nextRecord() ?? []
  }

  /// Of the file's bytes.
  var sha256: String { InputDigest.of(bytes) }

  mutating func next() throws(CSVScanner.Problem) -> [String]? {
    line = scanner.line
    guard let fields = try scanner.nextRecord() else { return nil }
    guard fields.count == names.count else {
      throw CSVScanner.Problem(
        line: line,
        column: 1,
        text: "the header has \(names.count) fields, this line \(fields.count)"
      )
    }
    return fields
  }

  /// The number in a field of the record read last.
  func number(_ fields: [String], _ column: Int) throws(CSVScanner.Problem) -> Double {
    if let number = Double(fields[column]) { return number }
    throw CSVScanner.Problem(
      line: line,
      column: fields[..<column].reduce(1) { $0 + $1.utf8.count + 1 },
      text: "'\(names[column])' is no number: '\(fields[column])'"
    )
  }
}
