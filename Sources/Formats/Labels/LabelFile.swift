package import Annotations

/// A table of labels of whole items.
///
/// A CSV: `item,annotator,label[,seconds]` for names, `item,annotator,value[,seconds]` for measured numbers;
/// further columns are passed over. Or an export of Label Studio that answers questions and draws nothing.
package enum LabelFile {
  /// What was read.
  package struct Result: Sendable {
    package var table: LabelTable
    package var quarantined: [Quarantined]
    /// Of the file's bytes.
    package var sha256: String
    /// As reports name the format.
    package var format = "labels-csv"
  }

  /// Why the path holds such a file, or `nil` where it does not.
  package static func recognise(_ path: String) -> String? {
    LabelStudioAnswers.recognise(path) ?? recogniseCSV(path)
  }

  private static func recogniseCSV(_ path: String) -> String? {
    guard path.lowercased().hasSuffix(".csv"), let file = try? MappedFile(path) else { return nil }
    return file.withBytes { bytes in
      var scanner = CSVScanner(bytes)
      guard let header = try? scanner.nextRecord(), let columns = Columns(header) else {
        return nil
      }
      return columns.isMeasured
        ? "is a CSV with the columns item, annotator and value"
        : "is a CSV with the columns item, annotator and label"
    }
  }

  /// - Throws: `FormatError` where the file cannot be read or its header lacks a column.
  package static func read(_ path: String) throws(FormatError) -> Result {
    if LabelStudioAnswers.recognise(path) != nil { return try LabelStudioAnswers.read(path) }
    let file = try MappedFile(path)
    let name = fileName(of: path)
    let read = file.withBytes { bytes in
      Swift.Result { () throws(FormatError) -> Result in try Self.parse(bytes, name: name) }
    }
    return try read.get()
  }

  /// Reads the bytes of a CSV; `name` is for messages.
  static func parse(_ bytes: PaddedBytes, name: String) throws(FormatError) -> Result {
    var scanner = CSVScanner(bytes)
    let header: [String]?
    do throws(CSVScanner.Problem) { header = try scanner.nextRecord() } catch {
      throw .malformed(file: name, line: error.line, column: error.column, problem: error.text)
    }
    guard let columns = Columns(header ?? []) else {
      throw .malformed(
        file: name,
        line: 1,
        column: 1,
        problem: "the header must name the columns item, annotator and label (or value), found "
          + "'\((header ?? []).joined(separator: ","))'"
      )
    }
    var rows = RowReader(columns: columns, file: name)
    do throws(CSVScanner.Problem) {
      while true {
        let line = scanner.line
        guard let fields = try scanner.nextRecord() else { break }
        rows.read(fields, line: line)
      }
    } catch {
      throw .malformed(file: name, line: error.line, column: error.column, problem: error.text)
    }
    return Result(
      table: rows.table,
      quarantined: rows.quarantined,
      sha256: InputDigest.of(bytes)
    )
  }

  /// Where each column stands.
  fileprivate struct Columns {
    let count: Int
    let item: Int
    let annotator: Int
    let label: Int
    let seconds: Int?
    let isMeasured: Bool

    init?(_ header: [String]) {
      let names = header.map { $0.lowercased() }
      func position(_ name: String) -> Int? { names.firstIndex(of: name) }
      guard let item = position("item"), let annotator = position("annotator"),
        let label = position("label") ?? position("value")
      else { return nil }
      count = header.count
      self.item = item
      self.annotator = annotator
      self.label = label
      seconds = position("seconds")
      isMeasured = position("label") == nil
    }
  }
}

/// Takes records into a table, or says why not.
private struct RowReader {
  let columns: LabelFile.Columns
  let file: String
  private(set) var table: LabelTable
  private(set) var quarantined: [Quarantined] = []

  init(columns: LabelFile.Columns, file: String) {
    self.columns = columns
    self.file = file
    table = LabelTable(isMeasured: columns.isMeasured)
  }

  mutating func read(_ fields: [String], line: Int) {
    guard fields.count == columns.count else {
      return refuse(line, "the header has \(columns.count) fields, this line \(fields.count)")
    }
    let (item, annotator, label) = (
      fields[columns.item], fields[columns.annotator], fields[columns.label]
    )
    guard !item.isEmpty, !annotator.isEmpty, !label.isEmpty else {
      return refuse(line, "item, annotator and label must not be empty")
    }
    let value = Double(label)
    if columns.isMeasured, value?.isFinite != true {
      return refuse(line, "'value' must be a finite number, found '\(label)'")
    }
    var seconds: Double?
    if let column = columns.seconds, !fields[column].isEmpty {
      seconds = Double(fields[column])
      guard let seconds, seconds >= 0, seconds.isFinite else {
        return refuse(line, "'seconds' must be a number of at least 0, found '\(fields[column])'")
      }
    }
    table.append(
      item: item,
      annotator: annotator,
      label: label,
      value: value ?? 0,
      seconds: seconds,
      line: line
    )
  }

  private mutating func refuse(_ line: Int, _ problem: String) {
    quarantined.append(
      Quarantined(file: file, line: line, column: 1, pointer: "", problem: problem)
    )
  }
}
