@testable import Formats

/// The events of a file, written down one a line; pieces of one text are one event.
struct XMLEvents: XMLContentHandler {
  private(set) var failure: XMLProblem?
  private(set) var lines: [String] = []
  private var text: [UInt8] = []

  mutating func open(_ name: XMLName, _ attributes: XMLAttributes, at place: XMLPlace) {
    endText()
    lines.append("open \(name.text) at \(place.line):\(place.column)")
  }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) { text += piece }

  mutating func close() {
    endText()
    lines.append("close")
  }

  private mutating func endText() {
    if !text.isEmpty { lines.append("text \(text)") }
    text = []
  }

  /// What the scanner of plain files says, or `nil` where it leaves the file to libxml2.
  static func plain(_ bytes: [UInt8]) -> [String]? {
    var (events, scanner) = (XMLEvents(), PlainXMLScanner())
    return bytes.withUnsafeBytes { scanner.scan($0, into: &events) } ? events.lines : nil
  }

  /// What libxml2 says, or `nil` where it refuses the file.
  static func complete(_ bytes: [UInt8]) -> [String]? {
    SAXParser.prepare()
    return try? bytes.withUnsafeBytes { try SAXParser.parse($0, root: "a", with: XMLEvents()) }
      .lines
  }
}
