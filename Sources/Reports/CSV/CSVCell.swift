/// One value of a table.
package enum CSVCell {
  /// Words of a user's file: quoted where needed, and never a spreadsheet formula.
  case text(String)
  case number(Double)
  case integer(Int)
  case empty

  package static func text(_ optional: String?) -> CSVCell {
    optional.map { CSVCell.text($0) } ?? .empty
  }
  package static func number(_ optional: Double?) -> CSVCell {
    optional.map { CSVCell.number($0) } ?? .empty
  }
  package static func integer(_ optional: Int?) -> CSVCell {
    optional.map { CSVCell.integer($0) } ?? .empty
  }

  var text: String {
    switch self {
    case .empty: ""
    case .number(let number): NumberText.exact(number)
    case .integer(let number): String(number)
    case .text(let text): Self.quoted(Self.neutralised(text))
    }
  }

  /// A spreadsheet takes a cell that starts so for a formula; an apostrophe makes it text.
  ///
  /// A text that starts with apostrophes and then so gets one more, so that taking one away gives back
  /// every text.
  private static func neutralised(_ text: String) -> String {
    let first = text.unicodeScalars.first { $0 != "'" }
    guard let first, "=+-@\t\r\n".unicodeScalars.contains(first) else { return text }
    return "'" + text
  }

  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
