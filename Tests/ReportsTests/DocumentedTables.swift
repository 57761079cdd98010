import Foundation
import TestSupport

/// The CSV tables that a document describes: under a heading `### NAME.csv`, a row a column.
enum DocumentedTables {
  /// Columns in their order, by the name of the file.
  static func columns(in document: String) throws -> [String: [String]] {
    let url = SharedData.projectRoot.appending(path: "Documentation/\(document)")
    let text = try String(contentsOf: url, encoding: .utf8)
    var columns: [String: [String]] = [:]
    var table: String?
    for line in text.split(separator: "\n") {
      if line.hasPrefix("#") {
        table = line.hasPrefix("### ") && line.hasSuffix(".csv") ? String(line.dropFirst(4)) : nil
      } else if let table, line.hasPrefix("| `") {
        columns[table, default: []].append(String(line.dropFirst(3).prefix { $0 != "`" }))
      }
    }
    return columns
  }
}
