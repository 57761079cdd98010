/// Finds the name that a misspelt one probably stands for.
enum Spelling {
  /// The known name with the fewest edits, if they are at most a third of the letters; the first of
  /// equals by name.
  static func nearest(to text: String, among known: Set<String>) -> String? {
    let limit = max(1, text.count / 3)
    return known.sorted()
      .map { (name: $0, edits: edits(Array(text.utf8), Array($0.utf8))) }
      .filter { $0.edits <= limit }
      .min { $0.edits < $1.edits }?
      .name
  }

  /// Levenshtein distance.
  private static func edits(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var previous = Array(0...b.count)
    for (i, byte) in a.enumerated() {
      var current = [i + 1]
      for (j, other) in b.enumerated() {
        current.append(
          min(previous[j + 1] + 1, current[j] + 1, previous[j] + (byte == other ? 0 : 1))
        )
      }
      previous = current
    }
    return previous[b.count]
  }
}
