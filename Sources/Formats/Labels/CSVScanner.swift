/// Reads the fields of a CSV file (RFC 4180) one record at a time.
struct CSVScanner {
  private let bytes: PaddedBytes
  private var position: Int
  /// The line on which the next record starts, counted from 1.
  private(set) var line = 1

  /// What is wrong with a record.
  struct Problem: Error {
    var line: Int
    var column: Int
    var text: String
  }

  init(_ bytes: PaddedBytes) {
    self.bytes = bytes
    let hasMark = bytes.count >= 3 && bytes.word(at: 0) & 0xFF_FFFF == 0xBF_BBEF
    position = hasMark ? 3 : 0
    passEmptyLines()
  }

  /// The next record's fields, or `nil` at the end of the file.
  ///
  /// Empty lines are passed over.
  mutating func nextRecord() throws(Problem) -> [String]? {
    guard position < bytes.count else { return nil }
    var fields: [String] = []
    let start = position
    while true {
      fields.append(
        bytes[position] == ASCII.quote ? try quotedField(recordStart: start) : plainField()
      )
      guard position < bytes.count, bytes[position] == ASCII.comma else { break }
      position += 1
    }
    if position < bytes.count { endLine() }
    passEmptyLines()
    return fields
  }

  private mutating func passEmptyLines() {
    while position < bytes.count, isLineEnd(bytes[position]) { endLine() }
  }

  private mutating func plainField() -> String {
    let start = position
    while position < bytes.count, bytes[position] != ASCII.comma, !isLineEnd(bytes[position]) {
      position += 1
    }
    return bytes.text(start..<position)
  }

  private mutating func quotedField(recordStart: Int) throws(Problem) -> String {
    let (startLine, column) = (line, position - recordStart + 1)
    var text: [UInt8] = []
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == ASCII.newline { line += 1 }
      guard byte == ASCII.quote else {
        text.append(byte)
        position += 1
        continue
      }
      position += 1
      guard position < bytes.count, bytes[position] == ASCII.quote else {
        return String(decoding: text, as: UTF8.self)
      }
      text.append(ASCII.quote)
      position += 1
    }
    throw Problem(line: startLine, column: column, text: "a quoted field is not closed")
  }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == ASCII.newline || byte == ASCII.carriageReturn
  }

  /// Steps over LF, CR or CR LF; what follows a closing quote up to there is passed over.
  private mutating func endLine() {
    while position < bytes.count, !isLineEnd(bytes[position]) { position += 1 }
    guard position < bytes.count else { return }
    if bytes[position] == ASCII.carriageReturn, bytes[position + 1] == ASCII.newline {
      position += 1
    }
    position += 1
    line += 1
  }
}
