/// A strict reader of the part of YAML that `data.yaml` files are written in.
///
/// Top-level `key: value` lines; `names` as a list `[a, b]` on one line, as lines `- a`, or as lines `0: a`.
/// Other keys are passed over, but for `kpt_shape`. Anything else that could hold names is refused where it stands.
struct YOLODataFile {
  private let lines: [Substring]
  private var result = YOLONames()
  private var byNumber: [Int: YOLONames.Name] = [:]

  private init(_ text: String) { lines = YOLOText.lines(text) }

  /// - Throws: Where the names cannot be read, and why.
  static func names(_ text: String) throws(YOLONames.Problem) -> YOLONames {
    var file = YOLODataFile(text)
    try file.read()
    return file.result
  }

  private mutating func read() throws(YOLONames.Problem) {
    var hasNames = false
    var index = 0
    while index < lines.count {
      let line = lines[index]
      index += 1
      guard let first = line.first, first != " ", first != "\t", first != "#", first != "-",
        let colon = line.firstIndex(of: ":")
      else { continue }
      switch Self.unquoted(YOLOText.trimmed(line[..<colon])) {
      case "kpt_shape": result.hasKeypoints = true
      case "names":
        guard !hasNames else { throw problem(index, "'names' is given twice; expected once") }
        hasNames = true
        let value = Self.withoutComment(YOLOText.trimmed(line[line.index(after: colon)...]))
        index = try readNames(value, from: index)
      default: break
      }
    }
    guard hasNames else { throw problem(1, "'names' is missing; expected the category names") }
  }

  /// Reads `value` on the line before `start`, or the block from `start` on.
  ///
  /// - Returns: The index of the line behind the names.
  private mutating func readNames(_ value: String, from start: Int) throws(YOLONames.Problem) -> Int
  {
    if !value.isEmpty {
      try readFlow(value, line: start)
      return start
    }
    var index = start
    while index < lines.count {
      let line = lines[index]
      let text = Self.withoutComment(YOLOText.trimmed(line))
      // A block may stand as far left as its key only as a list.
      guard text.isEmpty || line.first == " " || text.hasPrefix("- ") || text == "-" else { break }
      index += 1
      if !text.isEmpty { try readBlockLine(text, line: index) }
    }
    try finishNumbered(line: start)
    return index
  }

  private mutating func readBlockLine(_ text: String, line: Int) throws(YOLONames.Problem) {
    if text.hasPrefix("- ") {
      guard byNumber.isEmpty else { throw problem(line, "'names' mixes a list and numbers") }
      result.names.append(.init(text: try name(String(text.dropFirst(2)), line: line), line: line))
      return
    }
    guard let colon = text.firstIndex(of: ":"),
      let number = Int(Self.unquoted(YOLOText.trimmed(text[..<colon]))), number >= 0
    else {
      throw problem(line, "expected '- name' or '0: name' below 'names', found '\(text)'")
    }
    guard result.names.isEmpty else { throw problem(line, "'names' mixes a list and numbers") }
    guard byNumber[number] == nil else { throw problem(line, "number \(number) has two names") }
    let own = String(text[text.index(after: colon)...])
    byNumber[number] = .init(text: try name(own, line: line), line: line)
  }

  /// Numbered names must leave no gap: a category without a name could not be told from a wrong number.
  private mutating func finishNumbered(line: Int) throws(YOLONames.Problem) {
    guard !byNumber.isEmpty else { return }
    for number in 0..<byNumber.count {
      guard let name = byNumber[number] else {
        throw problem(line, "number \(number) has no name; expected 0 to \(byNumber.count - 1)")
      }
      result.names.append(name)
    }
  }

  /// `[a, 'b', "c"]`, or `{0: a, 1: b}`.
  private mutating func readFlow(_ value: String, line: Int) throws(YOLONames.Problem) {
    let isList = value.hasPrefix("[") && value.hasSuffix("]")
    let isMap = value.hasPrefix("{") && value.hasSuffix("}")
    guard isList || isMap, value.count >= 2 else {
      throw problem(line, "'names' must be a list on one line or lines below it, found '\(value)'")
    }
    let inner = value.dropFirst().dropLast()
    guard !YOLOText.trimmed(inner).isEmpty else { return }
    for part in try Self.parts(inner, problem: problem(line, "a quote in 'names' is not closed")) {
      if isMap {
        try readBlockLine(YOLOText.trimmed(part), line: line)
      } else {
        result.names.append(.init(text: try name(String(part), line: line), line: line))
      }
    }
    try finishNumbered(line: line)
  }

  private func name(_ text: String, line: Int) throws(YOLONames.Problem) -> String {
    let text = YOLOText.trimmed(text[...])
    if let first = text.first, "[]{}&*!|>%@`".contains(first) {
      throw problem(line, "a name must be a plain or quoted text, found '\(text)'")
    }
    return Self.unquoted(text)
  }

  private func problem(_ line: Int, _ text: String) -> YOLONames.Problem {
    .init(line: line, column: 1, text: text)
  }

  /// The parts between commas that stand outside quotes.
  private static func parts(
    _ text: Substring,
    problem: YOLONames.Problem
  ) throws(YOLONames.Problem) -> [Substring] {
    var parts: [Substring] = []
    var start = text.startIndex
    var quote: Character?
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = YOLOText.trimmed(text[start..<index]).isEmpty ? character : nil
      } else if character == "," {
        parts.append(text[start..<index])
        start = text.index(after: index)
      }
    }
    guard quote == nil else { throw problem }
    let last = text[start...]
    return YOLOText.trimmed(last).isEmpty ? parts : parts + [last]
  }

  private static func unquoted(_ text: String) -> String {
    guard text.count >= 2, let first = text.first, first == text.last else { return text }
    let inner = String(text.dropFirst().dropLast())
    switch first {
    case "'": return inner.replacing("''", with: "'")
    case "\"": return inner.replacing("\\\"", with: "\"").replacing("\\\\", with: "\\")
    default: return text
    }
  }

  /// Without a comment: a `#` at the start, or behind a space and outside quotes.
  private static func withoutComment(_ text: String) -> String {
    var quote: Character?
    var previous: Character = " "
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        if " [,{:".contains(previous) { quote = character }
      } else if character == "#", previous == " " {
        return YOLOText.trimmed(text[..<index])
      }
      previous = character
    }
    return text
  }
}
