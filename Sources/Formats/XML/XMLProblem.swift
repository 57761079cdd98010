/// Why a record of one XML file, or the whole of it, cannot be used.
struct XMLProblem: Error, Hashable, Sendable {
  var place: XMLPlace
  /// XML path of the record; `/` is the file.
  var pointer: String
  /// What is wrong; what was expected.
  var text: String

  init(file text: String, at place: XMLPlace = .start) {
    self.init(pointer: "/", text, at: place)
  }

  init(pointer: String, _ text: String, at place: XMLPlace) {
    self.place = place
    self.pointer = pointer
    self.text = text
  }

  /// Text of the user as a message shows it: quoted, and cut where it is long.
  static func quoted(_ text: String) -> String {
    let shown = 60
    return text.count > shown ? "'\(text.prefix(shown))…'" : "'\(text)'"
  }
}

extension Quarantined {
  init(_ problem: XMLProblem, in file: String) {
    self.init(
      file: file,
      line: problem.place.line,
      column: problem.place.column,
      pointer: problem.pointer,
      problem: problem.text
    )
  }
}
