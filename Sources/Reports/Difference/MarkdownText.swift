/// Words of a user's file within Markdown.
enum MarkdownText {
  /// The text with every character that Markdown or HTML could read as markup made harmless, on one
  /// line.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in TerminalText.plain(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\\", "`", "*", "_", "[", "]", "|", "#", "~", "!", "@": escaped += "\\\(scalar)"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
