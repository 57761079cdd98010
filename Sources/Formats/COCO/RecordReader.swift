import Annotations

/// Reads the records of one list of a COCO file into columns.
///
/// What is not JSON is thrown. What is wrong with a record's values is noted in its draft, and the
/// record left out.
protocol RecordReader: ~Copyable, SendableMetatype {
  associatedtype Key: RawRepresentable<String> & CaseIterable & Sendable
  associatedtype Rows: RecordRows

  /// The key of the list at the top of the file, or what a list without a key is called.
  static var listName: String { get }
  /// How many lists and objects are open around a record.
  static var depth: Int { get }
  /// JSON pointer of the list.
  static var listPointer: String { get }
  var keys: JSONKeyTable<Key> { get }
  var draft: RecordDraft { get set }

  init()

  /// Forgets the last record; the next one starts at `offset`.
  mutating func begin(at offset: Int)
  /// Reads the value of a known key.
  mutating func read(
    _ key: Key,
    from scanner: inout JSONScanner,
    texts: inout FileTexts
  ) throws(JSONError)
  /// Checks that nothing is missing and, where the draft has no problem, adds the record's row.
  mutating func finish(place: SourcePlace, texts: inout FileTexts)
  /// The parts of the last record that were left out, although the record was not.
  mutating func takePartProblems() -> [RecordProblem]
  /// Makes room for `factor` times the rows that are there.
  mutating func reserve(factor: Double)
  /// All rows that were made.
  mutating func takeRows() -> Rows
}

/// Why a record, or a part of it, was left out.
struct RecordProblem {
  var place: SourcePlace
  /// JSON pointer of the part within the record; empty for the record itself.
  var part = ""
  var text: String
}

extension RecordReader where Self: ~Copyable {
  static var depth: Int { 2 }
  static var listPointer: String { "/\(listName)" }

  mutating func takePartProblems() -> [RecordProblem] { [] }

  /// Images and categories are few and small beside annotations.
  mutating func reserve(factor: Double) {}

  /// Reads the element at the cursor, whatever it is.
  ///
  /// - Returns: Why it was left out, or `nil` where it is now a row.
  mutating func readRecord(
    from scanner: inout JSONScanner,
    place: SourcePlace,
    texts: inout FileTexts
  ) throws(JSONError) -> String? {
    scanner.nonFinite = nil
    let kind = try scanner.kind()
    guard kind == .object else {
      try scanner.skipValue()
      return "an element of '\(Self.listName)' must be an object, found \(kind.noun)"
    }
    draft.reset()
    begin(at: scanner.position)
    if try scanner.openObject() {
      repeat {
        try readMember(from: &scanner, texts: &texts)
      } while try scanner.hasMoreMembers()
    }
    finish(place: place, texts: &texts)
    return draft.problem
  }

  private mutating func readMember(
    from scanner: inout JSONScanner,
    texts: inout FileTexts
  ) throws(JSONError) {
    let key: JSONKeySequence.Key
    // The table of keys is not lent where nothing is looked up, as that counts its owners.
    if let expected = draft.readExpectedKey(from: &scanner) {
      key = expected
    } else {
      key = try draft.readKey(in: keys, from: &scanner)
    }
    if let index = key.known {
      try read(keys[index], from: &scanner, texts: &texts)
    } else {
      try scanner.skipValue()
    }
    draft.noteNonFinite(under: key.text, in: &scanner)
  }
}
