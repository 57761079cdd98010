package import Geometry

/// What is suspect, in the order in which it is worth a look, with what is known of it.
package struct ReviewQueue: Sendable {
  package let entries: [Entry]
  /// What stands in the `values` of every entry.
  package let columns: [String]
  /// Whether every label of the data set that was scored is in the queue, and not only suspects.
  package let isComplete: Bool
  /// Verdicts on names that are not in the queue.
  package let unknownVerdicts: [String]

  package struct Entry: Sendable {
    /// From 1.
    package var rank: Int
    /// By which verdicts name it.
    package var name: String
    /// The rule that suspects it; `nil` where none does.
    package var rule: String?
    package var subject: Subject
    /// The file name of its image; `nil` for an item of a list.
    package var image: String?
    package var category: String
    /// What neighbours or model rather call it.
    package var rival: String?
    /// What the order is made by; the higher, the more suspect.
    package var score: Double
    /// The scores that this one is made of.
    package var values: [Double?]
    /// How likely it is an error by the scores alone; not calibrated.
    package var chance: Double
    /// Why, in a sentence; as is what to do.
    package var what: String?
    package var toDo: String?
    package var verdict: ReviewVerdict?

    package var isSuspect: Bool { rule != nil }
  }

  /// What a verdict is about.
  package enum Subject: Sendable {
    /// An item of a list of labels.
    case item
    case annotation(row: Int, box: Box)
    /// An object that no label stands for; `image` and `category` are rows of the data set's tables.
    case proposal(image: Int, category: Int, box: Box, confidence: Double)

    package var box: Box? {
      switch self {
      case .item: nil
      case .annotation(_, let box): box
      case .proposal(_, _, let box, _): box
      }
    }
  }

  /// Puts the verdicts beside the entries, which are in their order, by name.
  init(
    _ entries: [Entry],
    columns: [String],
    isComplete: Bool,
    verdicts: [String: ReviewVerdict]
  ) {
    self.columns = columns
    self.isComplete = isComplete
    self.entries = entries.enumerated().map { place, entry in
      var entry = entry
      entry.rank = place + 1
      entry.verdict = verdicts[entry.name]
      return entry
    }
    let known = Set(entries.map(\.name))
    unknownVerdicts = verdicts.keys.filter { !known.contains($0) }.sorted()
  }
}
