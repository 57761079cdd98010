/// Cuts the small text files of a YOLO folder.
enum YOLOText {
  /// Lines without their ends, LF or CR LF; a byte order mark is left out.
  static func lines(_ text: String) -> [Substring] {
    let body =
      text.unicodeScalars.first == "\u{FEFF}"
      ? text.unicodeScalars.dropFirst() : text.unicodeScalars[...]
    return body.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      Substring(line.last == "\r" ? line.dropLast() : line)
    }
  }

  /// Without spaces and tabs on either side.
  static func trimmed(_ text: Substring) -> String {
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    var rest = text.drop(while: isSpace)
    while rest.last.map(isSpace) == true { rest.removeLast() }
    return String(rest)
  }
}

extension YOLOText {
  /// The words of a line.
  static func fields(_ line: Substring) -> [Substring] {
    line.split { $0 == " " || $0 == "\t" }
  }
}

extension VOCFileBuffer {
  /// The text of a file, or of its first bytes.
  ///
  /// - Throws: Why the file was not read, or that it is not UTF-8.
  mutating func text(_ path: String, prefix: Int? = nil) throws(XMLProblem) -> String {
    try load(path, prefix: prefix)
    let text = try withBytes { String(validating: $0, as: UTF8.self) }
    guard let text else { throw XMLProblem(file: "the text is not UTF-8; save the file as UTF-8") }
    return text
  }
}
