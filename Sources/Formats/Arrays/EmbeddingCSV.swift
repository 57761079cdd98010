import Annotations

/// Vectors as a table of text: numbers, with or without a header; a column of keys where the header
/// names one.
enum EmbeddingCSV {
  private static let annotationColumns: Set = ["annotation_id", "annotation", "id", "item"]
  private static let imageColumns: Set = ["image_id", "image", "file_name"]

  static func read(_ path: String) throws(FormatError) -> EmbeddingFile {
    let file = try MappedFile(path)
    let outcome = file.withBytes { bytes in
      Result { () throws(CSVScanner.Problem) -> EmbeddingFile in try parse(bytes) }
    }
    do throws(CSVScanner.Problem) { return try outcome.get() } catch {
      let name = fileName(of: path)
      throw .malformed(file: name, line: error.line, column: error.column, problem: error.text)
    }
  }

  static func parse(_ bytes: PaddedBytes) throws(CSVScanner.Problem) -> EmbeddingFile {
    var reader = Reader()
    return EmbeddingFile(
      table: try reader.table(bytes),
      keys: reader.keys,
      sha256: InputDigest.of(bytes)
    )
  }

  private struct Reader {
    private var keyColumn: Int?
    private var isImageKey = false
    private var names: [String] = []
    private var values: [Double] = []

    var keys: EmbeddingFile.Keys {
      guard keyColumn != nil else { return .order }
      return isImageKey ? .image(names) : .annotation(names)
    }

    mutating func table(_ bytes: PaddedBytes) throws(CSVScanner.Problem) -> VectorTable {
      var scanner = CSVScanner(bytes)
      guard let first = try scanner.nextRecord() else {
        throw CSVScanner.Problem(line: 1, column: 1, text: "vectors were expected, it is empty")
      }
      let hasHeader = first.contains { Double($0) == nil }
      if hasHeader { findKey(first) } else { try add(first, width: first.count, line: 1) }
      let width = first.count - (keyColumn == nil ? 0 : 1)
      guard width > 0 else {
        throw CSVScanner.Problem(line: 1, column: 1, text: "there is no column of numbers")
      }
      while true {
        let line = scanner.line
        guard let fields = try scanner.nextRecord() else { break }
        guard fields.count == first.count else {
          throw CSVScanner.Problem(
            line: line,
            column: 1,
            text: "the first line has \(first.count) fields, this line \(fields.count)"
          )
        }
        try add(fields, width: width, line: line)
      }
      return VectorTable(width: width, values: values)
    }

    private mutating func findKey(_ header: [String]) {
      let names = header.map { $0.lowercased() }
      keyColumn =
        names.firstIndex(where: EmbeddingCSV.annotationColumns.contains)
        ?? names.firstIndex(where: EmbeddingCSV.imageColumns.contains)
      isImageKey = keyColumn.map { EmbeddingCSV.imageColumns.contains(names[$0]) } ?? false
    }

    private mutating func add(
      _ fields: [String],
      width: Int,
      line: Int
    ) throws(CSVScanner.Problem) {
      var column = 1
      for (position, field) in fields.enumerated() {
        if position == keyColumn {
          names.append(field)
        } else if let value = Double(field) {
          values.append(value)
        } else {
          throw CSVScanner.Problem(
            line: line,
            column: column,
            text: "a number was expected, found '\(field)'"
          )
        }
        column += field.utf8.count + 1
      }
    }
  }
}
