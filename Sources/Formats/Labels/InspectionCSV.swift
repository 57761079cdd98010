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
    try columns.read(path, row: row).rows
  }

  static let columns = NamedColumns(names: ["stratum", "weight", "defective"])

  static func row(_ line: NamedColumns.Line) throws(CSVScanner.Problem) -> Row {
    guard let weight = Double(line.fields[1]), 1...1e9 ~= weight else {
      throw line.problem("the weight '\(line.fields[1])' is no number of at least 1")
    }
    guard let verdict = verdict(line.fields[2]) else {
      throw line.problem("'\(line.fields[2])' is no verdict; yes, no or nothing was expected")
    }
    return Row(stratum: line.fields[0], weight: weight, isDefective: verdict.value)
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
