/// Reads XML of the plainest kind, and leaves every other file to `SAXParser`.
///
/// Plain is what nearly all tools write: ASCII, no references, comments, CDATA or instructions, at most one attribute a tag.
/// Of a file that it takes it gives the events that libxml2 gives, attributes apart; tests and a fuzz target
/// hold the two side by side. In any doubt it gives up, so that each error of a file is told by libxml2.
struct PlainXMLScanner {
  /// Limits far below those of libxml2, whose refusals can then not be missed.
  private static let sizeLimit = 1 << 20
  private static let depthLimit = 32
  private static let nameLimit = 64

  private var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var position = 0
  private var line = 1
  /// Where the line starts that `position` is in.
  private var lineStart = 0
  /// Names of the elements that are open, where they stand in the file.
  private var names: [Range<Int>] = []

  /// Gives all events of a file to `handler`.
  ///
  /// - Returns: Whether the file is plain and the handler has no failure; otherwise the events it was given mean nothing.
  mutating func scan(
    _ bytes: UnsafeRawBufferPointer,
    into handler: inout some XMLContentHandler
  ) -> Bool {
    guard bytes.count <= Self.sizeLimit else { return false }
    return bytes.withMemoryRebound(to: UInt8.self) { bytes in
      start(bytes)
      let isPlain = skipDeclaration() && scanRoot(into: &handler)
      skipSpace()
      return isPlain && position == bytes.count && handler.failure == nil
    }
  }

  private mutating func start(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    (position, line, lineStart) = (0, 1, 0)
    names.removeAll(keepingCapacity: true)
  }

  private mutating func scanRoot(into handler: inout some XMLContentHandler) -> Bool {
    skipSpace()
    guard current == UInt8(ascii: "<"), openTag(into: &handler) else { return false }
    while !names.isEmpty {
      guard text(into: &handler) else { return false }
      let isTag =
        byte(at: position + 1) == UInt8(ascii: "/")
        ? closeTag(into: &handler) : openTag(into: &handler)
      guard isTag else { return false }
    }
    return true
  }

  /// Hands over the text up to the next tag.
  private mutating func text(into handler: inout some XMLContentHandler) -> Bool {
    var start = position
    while current != UInt8(ascii: "<") {
      switch current {
      case UInt8(ascii: "\n"): newLine()
      case UInt8(ascii: "\r"):
        // A line break is one byte to a reader of XML, however the file writes it.
        guard byte(at: position + 1) == UInt8(ascii: "\n") else { return false }
        append(start..<position, to: &handler)
        start = position + 1
      case UInt8(ascii: "&"), UInt8(ascii: "]"): return false
      case 0x20...0x7E, UInt8(ascii: "\t"): break
      default: return false
      }
      position += 1
    }
    append(start..<position, to: &handler)
    return true
  }

  private func append(_ piece: Range<Int>, to handler: inout some XMLContentHandler) {
    if !piece.isEmpty { handler.append(UnsafeBufferPointer(rebasing: bytes[piece])) }
  }

  private mutating func openTag(into handler: inout some XMLContentHandler) -> Bool {
    let place = XMLPlace(line: line, column: position - lineStart + 1)
    position += 1
    guard let name = name(), names.count < Self.depthLimit, skipAttribute() else { return false }
    let isEmpty = skip("/")
    guard skip(">") else { return false }
    handler.open(XMLName(UnsafeBufferPointer(rebasing: bytes[name])), .none, at: place)
    if isEmpty { handler.close() } else { names.append(name) }
    return true
  }

  private mutating func closeTag(into handler: inout some XMLContentHandler) -> Bool {
    position += 2
    guard let opened = names.popLast(), let name = name(),
      bytes[name].elementsEqual(bytes[opened])
    else { return false }
    skipSpace()
    handler.close()
    return skip(">")
  }

  /// Leaves out the white space behind a name and one attribute, which is none of a namespace.
  private mutating func skipAttribute() -> Bool {
    guard Self.isSpace(current) else { return true }
    skipSpace()
    guard Self.startsName(current) else { return true }
    guard let name = name(), !bytes[name].starts(with: "xml".utf8), skip("=") else { return false }
    let quote = current
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return false }
    repeat {
      position += 1
      guard 0x20...0x7E ~= current, current != UInt8(ascii: "<"), current != UInt8(ascii: "&")
      else { return false }
    } while current != quote
    position += 1
    skipSpace()
    return true
  }

  private mutating func skipDeclaration() -> Bool {
    guard skip("<?xml version=") else { return true }
    guard skip("\"1.0\"") || skip("'1.0'") else { return false }
    if skip(" encoding=") {
      let names: [StaticString] = ["\"UTF-8\"", "\"utf-8\"", "'UTF-8'", "'utf-8'"]
      guard names.contains(where: { skip($0) }) else { return false }
    }
    _ = skip(" ")
    return skip("?>")
  }

  /// An ASCII name without a prefix, or `nil` where none stands here that is short enough.
  private mutating func name() -> Range<Int>? {
    let start = position
    guard Self.startsName(current) else { return nil }
    repeat { position += 1 } while Self.continuesName(current)
    return position - start <= Self.nameLimit ? start..<position : nil
  }

  private mutating func skip(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard bytes.count - position >= count,
      text.withUTF8Buffer({ $0.elementsEqual(bytes[position..<position + count]) })
    else { return false }
    position += count
    return true
  }

  private mutating func skipSpace() {
    while Self.isSpace(current) {
      if current == UInt8(ascii: "\n") { newLine() }
      position += 1
    }
  }

  private mutating func newLine() {
    line += 1
    lineStart = position + 1
  }

  /// The byte to be read; NUL, which is never plain, behind the last one.
  private var current: UInt8 { byte(at: position) }

  private func byte(at index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  /// White space of XML.
  private static func isSpace(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
    default: false
    }
  }

  private static func startsName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func continuesName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    default: startsName(byte)
    }
  }
}
