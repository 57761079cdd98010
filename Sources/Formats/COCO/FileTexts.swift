import Annotations

/// The texts of a file, each held once, and which of them name annotators.
struct FileTexts {
  private(set) var strings = StringTable()
  /// In order of first appearance.
  private(set) var annotators: [String] = []
  /// By string code: the annotator's code, or `noAnnotator`.
  private var annotatorCodes: [Int32] = []
  /// Where some texts stand in the file, by a cheap hash, so that common ones are not made again.
  private var recent: [Recent?] = Array(repeating: nil, count: 256)

  private struct Recent {
    var text: JSONText
    var code: StringCode
  }

  init() {}

  /// Starts with the texts and annotators of another data set, whose codes they keep.
  init(of dataset: Dataset) {
    strings = dataset.strings
    annotators = dataset.annotators
    for (code, name) in annotators.enumerated() {
      let row = Int(strings.intern(name).rawValue)
      while annotatorCodes.count <= row { annotatorCodes.append(AnnotationTable.noAnnotator) }
      annotatorCodes[row] = Int32(code)
    }
  }

  /// The code of a text of the file.
  mutating func code(of text: JSONText, in scanner: borrowing JSONScanner) -> StringCode {
    guard !text.hasEscapes else { return strings.intern(scanner.string(text)) }
    let slot = Self.slot(of: text, in: scanner.bytes)
    if let known = recent[slot], scanner.bytes.areEqual(known.text.range, text.range) {
      return known.code
    }
    let code = strings.intern(scanner.string(text))
    recent[slot] = Recent(text: text, code: code)
    return code
  }

  /// The code of a name that our own code gives.
  mutating func code(ofName name: String) -> StringCode { strings.intern(name) }

  /// An id as the file writes it; empty for a record that has none.
  func text(of id: RecordID) -> String {
    switch id {
    case .number(let number): String(number)
    case .text(let code): strings[code]
    case .absent: ""
    }
  }

  /// The code of a number as text: its digits where it is an integer, else as it is written.
  mutating func code(of number: JSONNumber, in scanner: borrowing JSONScanner) -> StringCode {
    strings.intern(number.integer.map { String($0) } ?? scanner.bytes.text(number.range))
  }

  /// Reads a name given as a text or a number; anything else, and an empty text, names nothing.
  mutating func readName(from scanner: inout JSONScanner) throws(JSONError) -> StringCode? {
    switch try scanner.kind() {
    case .text:
      let text = try scanner.readText()
      return text.count > 0 ? code(of: text, in: scanner) : nil
    case .number:
      return code(of: try scanner.readNumber(), in: scanner)
    default:
      try scanner.skipValue()
      return nil
    }
  }

  /// The code of the annotator with this name.
  mutating func annotator(named name: StringCode) -> Int32 {
    let row = Int(name.rawValue)
    while annotatorCodes.count <= row { annotatorCodes.append(AnnotationTable.noAnnotator) }
    if annotatorCodes[row] == AnnotationTable.noAnnotator {
      annotatorCodes[row] = Int32(annotators.count)
      annotators.append(strings[name])
    }
    return annotatorCodes[row]
  }

  /// Adds the texts of what follows in the file; the codes that its codes become.
  mutating func append(_ next: FileTexts) -> TextCodes {
    let texts = (0..<Int32(next.strings.count)).map {
      strings.intern(next.strings[StringCode(rawValue: $0)])
    }
    let annotators = next.annotators.map { annotator(named: strings.intern($0)) }
    return TextCodes(texts: texts, annotators: annotators)
  }

  private static func slot(of text: JSONText, in bytes: PaddedBytes) -> Int {
    var hash = bytes.word(at: text.start)
    if text.count < 8 {
      hash &= (1 << UInt64(8 * text.count)) - 1
    } else {
      hash ^= bytes.word(at: text.end - 8) &* 31
    }
    return Int(((hash ^ UInt64(text.count)) &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }
}
