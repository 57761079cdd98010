/// Where something stands in one annotation file.
struct VOCPlace: Hashable, Sendable {
  /// Counted from 1.
  var line: Int
  /// Counted from 1, in bytes.
  var column: Int

  static let start = VOCPlace(line: 1, column: 1)
}

/// Why a record of one annotation file, or the whole of it, cannot be used.
struct VOCProblem: Error, Hashable, Sendable {
  var place: VOCPlace
  /// XML path of the record; `/` is the file.
  var pointer: String
  /// What is wrong; what was expected.
  var text: String

  init(file text: String, at place: VOCPlace = .start) {
    self.place = place
    pointer = "/"
    self.text = text
  }

  /// `index` is the object's position in its file, counted from 0; XML paths count from 1.
  init(object index: Int, _ text: String, at place: VOCPlace) {
    self.place = place
    pointer = "/annotation/object[\(index + 1)]"
    self.text = text
  }

  /// Text of the user as a message shows it: quoted, and cut where it is long.
  static func quoted(_ text: String) -> String {
    let shown = 60
    return text.count > shown ? "'\(text.prefix(shown))…'" : "'\(text)'"
  }
}
