/// How alike two texts are by the letters one must insert, remove or replace.
enum EditDistance {
  /// 1 − Levenshtein distance ÷ length of the longer text, in characters; 1 for two empty texts.
  ///
  /// - Complexity: O(n·m).
  ///
  /// Source: V. I. Levenshtein, 1966.
  static func similarity(_ first: String, _ second: String) -> Double {
    let (a, b) = (Array(first), Array(second))
    let longest = max(a.count, b.count)
    guard longest > 0 else { return 1 }
    return 1 - Double(distance(a, b)) / Double(longest)
  }

  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(diagonal + (letter == other ? 0 : 1), above + 1, row[j] + 1)
        diagonal = above
      }
    }
    return row[b.count]
  }
}
