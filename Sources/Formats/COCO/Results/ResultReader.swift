import Annotations

/// Reads the records of a results file: annotations with a score, in a list at the top.
struct ResultReader: RecordReader, ~Copyable {
  static let listName = "results"
  static let depth = 1
  static let listPointer = ""
  private var annotations = AnnotationReader()

  init() { annotations.areResults = true }

  var keys: JSONKeyTable<AnnotationKey> { annotations.keys }

  var draft: RecordDraft {
    get { annotations.draft }
    // A draft that is copied to be changed would copy its keys, once a member.
    _modify { yield &annotations.draft }
  }

  mutating func begin(at offset: Int) { annotations.begin(at: offset) }

  mutating func read(
    _ key: AnnotationKey,
    from scanner: inout JSONScanner,
    texts: inout FileTexts
  ) throws(JSONError) {
    try annotations.read(key, from: &scanner, texts: &texts)
  }

  mutating func finish(place: SourcePlace, texts: inout FileTexts) {
    annotations.finish(place: place, texts: &texts)
  }

  mutating func takePartProblems() -> [RecordProblem] { annotations.takePartProblems() }

  mutating func reserve(factor: Double) { annotations.reserve(factor: factor) }

  mutating func takeRows() -> AnnotationRows { annotations.takeRows() }
}
