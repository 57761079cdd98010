/// What those who inspected a sample wrote into its table: a CSV with the columns `stratum`, `weight` and
/// `defective`.
package enum InspectionCSV {
  package struct Row: Hashable, Sendable {
    package var stratum: String
    /// How many units of its stratum it stands for, at least 1.
    package var weight: Double
    /// `nil` where nobody wrote a verdict.
    package var isDefective: Bool?
  }

  /// - Returns: Every line, those without a verdict too.
  /// - Throws: `FormatError` where the file cannot be read, lacks a column, or a line lacks a field or holds what
  ///   is no verdict.
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
    let columns = ["stratum", "weight", "defective"].map { header.firstIndex(of: $0) }
    guard let stratum = columns[0], let weight = columns[1], let defective = columns[2] else {
      let text = "the header must name the columns stratum, weight and defective"
      throw CSVScanner.Problem(line: 1, column: 1, text: text)
    }
    var rows: [Row] = []
    while true {
      let line = scanner.line
      func problem(_ text: String) -> CSVScanner.Problem {
        CSVScanner.Problem(line: line, column: 1, text: text)
      }
      guard let fields = try scanner.nextRecord() else { return rows }
      guard fields.count == header.count else {
        throw problem("the header has \(header.count) fields, this line \(fields.count)")
      }
      guard let number = Double(fields[weight]), 1...1e9 ~= number else {
        throw problem("the weight '\(fields[weight])' is no number of at least 1")
      }
      guard let verdict = verdict(fields[defective]) else {
        throw problem("'\(fields[defective])' is no verdict; yes, no or nothing was expected")
      }
      rows.append(Row(stratum: fields[stratum], weight: number, isDefective: verdict.value))
    }
  }

  /// `nil` for what is no verdict; one without a value where nothing is written.
  private static func verdict(_ text: String) -> (value: Bool?, Void)? {
    switch text.lowercased().filter({ $0 != " " }) {
    case "": (nil, ())
    case "yes", "y", "true", "1", "x": (true, ())
    case "no", "n", "false", "0": (false, ())
    default: nil
    }
  }
}
