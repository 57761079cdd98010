/// Words of a user's file on a terminal.
package enum TerminalText {
  /// The text without characters that move the cursor, change colours or turn the direction of
  /// writing; each stands as `�`.
  package static func plain(_ text: String) -> String {
    var plain = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{0}"..<"\u{20}", "\u{7f}"..<"\u{a0}", "\u{200e}", "\u{200f}",
        "\u{202a}"..."\u{202e}", "\u{2066}"..."\u{2069}":
        plain += "�"
      default: plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }

  /// The same of lines, which stay apart.
  package static func plainLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { plain(String($0)) }
      .joined(separator: "\n")
  }
}
