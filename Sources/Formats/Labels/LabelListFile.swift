package import Annotations

/// Reads one label an item: a CSV with the columns `item` and `label`, or whole numbers of NumPy.
package enum LabelListFile {
  package struct Result: Sendable {
    package var list: LabelList
    /// `labels-csv` or `labels-npy`.
    package var format: String
    /// Why it was taken for that.
    package var detected: String
    /// Of the file's bytes.
    package var sha256: String
  }

  /// Why the path holds such a file, or `nil` where it does not.
  package static func recognise(_ path: String) -> String? {
    if ArrayFile.Reference(path).isArray { return "is named as a NumPy array" }
    guard path.lowercased().hasSuffix(".csv"), let file = try? MappedFile(path) else { return nil }
    return file.withBytes { bytes in
      var scanner = CSVScanner(bytes)
      guard let header = try? scanner.nextRecord()?.map({ $0.lowercased() }),
        header.contains("item"), header.contains("label"), !header.contains("annotator")
      else { return nil }
      return "is a CSV with the columns item and label"
    }
  }

  /// - Throws: `FormatError` where the file cannot be read, or an item has no label or two.
  package static func read(_ path: String) throws(FormatError) -> Result {
    ArrayFile.Reference(path).isArray ? try array(path) : try csv(path)
  }

  private static func array(_ path: String) throws(FormatError) -> Result {
    let read = try ArrayFile.read(
      ArrayFile.Reference(path),
      preferring: ["labels", "y", "label", "targets"]
    )
    guard read.array.shape.count == 1, case .integers(let codes) = read.array.values else {
      throw .unreadable(path: path, reason: "labels must be whole numbers in one dimension")
    }
    return Result(
      list: LabelList(items: codes.indices.map(String.init), labels: codes.map(String.init)),
      format: "labels-npy",
      detected: "is named as a NumPy array",
      sha256: read.sha256
    )
  }

  private static func csv(_ path: String) throws(FormatError) -> Result {
    var lines: [String: Int] = [:]
    let table = try NamedColumns(names: ["item", "label"]).read(path) {
      line throws(CSVScanner.Problem) in
      let (item, label) = (line.fields[0], line.fields[1])
      guard !item.isEmpty, !label.isEmpty else {
        throw line.problem("item and label must not be empty")
      }
      if let earlier = lines.updateValue(line.number, forKey: item) {
        throw line.problem("item '\(item)' has a label on line \(earlier) already")
      }
      return (item: item, label: label)
    }
    return Result(
      list: LabelList(items: table.rows.map(\.item), labels: table.rows.map(\.label)),
      format: "labels-csv",
      detected: "is a CSV with the columns item and label",
      sha256: table.sha256
    )
  }
}
