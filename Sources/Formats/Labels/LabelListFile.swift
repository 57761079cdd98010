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
    let file = try MappedFile(path)
    let outcome = file.withBytes { bytes in
      Swift.Result { () throws(CSVScanner.Problem) -> Result in
        Result(
          list: try list(bytes),
          format: "labels-csv",
          detected: "is a CSV with the columns item and label",
          sha256: InputDigest.of(bytes)
        )
      }
    }
    do throws(CSVScanner.Problem) { return try outcome.get() } catch {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      throw .malformed(file: name, line: error.line, column: error.column, problem: error.text)
    }
  }

  private static func list(_ bytes: PaddedBytes) throws(CSVScanner.Problem) -> LabelList {
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
    var (items, labels) = ([String](), [String]())
    var lines: [String: Int] = [:]
    while true {
      let line = scanner.line
      guard let fields = try scanner.nextRecord() else { break }
      func problem(_ text: String) -> CSVScanner.Problem {
        CSVScanner.Problem(line: line, column: 1, text: text)
      }
      guard fields.count == header.count else {
        throw problem("the header has \(header.count) fields, this line \(fields.count)")
      }
      guard !fields[item].isEmpty, !fields[label].isEmpty else {
        throw problem("item and label must not be empty")
      }
      if let earlier = lines.updateValue(line, forKey: fields[item]) {
        throw problem("item '\(fields[item])' has a label on line \(earlier) already")
      }
      items.append(fields[item])
      labels.append(fields[label])
    }
    return LabelList(items: items, labels: labels)
  }
}
