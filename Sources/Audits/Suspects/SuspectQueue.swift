package import Embeddings

/// The labels in the order in which they are worth a look, with what is known of each.
package struct SuspectQueue: Sendable {
  package let entries: [Entry]
  /// Verdicts on names that are no items of the queue.
  package let unknownVerdicts: [String]

  package struct Entry: Sendable {
    /// From 1.
    package var rank: Int
    /// Position among the items.
    package var item: Int
    /// By which verdicts name it.
    package var name: String
    /// The file name of its image; `nil` for an item of a list.
    package var image: String?
    package var category: String
    package var isSuspect: Bool
    /// What neighbours or model call it, where they rather call it something else.
    package var rival: String?
    /// The fusion of the scores asked for; the higher, the more suspect.
    package var fused: Double
    package var scores: [SuspectScore: Double]
    /// Why, in a sentence; as is what to do.
    package var what: String?
    package var toDo: String?
    package var verdict: ReviewVerdict?
  }

  init(
    _ items: SuspectItems,
    _ analysis: SuspectAnalysis,
    _ descriptions: SuspectDescriptions,
    verdicts: [String: ReviewVerdict]
  ) {
    entries = analysis.order.enumerated().map { place, item in
      let reason = descriptions.reason(item)
      return Entry(
        rank: place + 1,
        item: item,
        name: items.names[item],
        image: items.image(item),
        category: items.category(item),
        isSuspect: analysis.isSuspect(item),
        rival: reason?.rival,
        fused: analysis.fused[item],
        scores: analysis.scores.compactMapValues { $0[item] },
        what: reason?.what,
        toDo: reason?.toDo,
        verdict: verdicts[items.names[item]]
      )
    }
    let known = Set(entries.map(\.name))
    unknownVerdicts = verdicts.keys.filter { !known.contains($0) }.sorted()
  }
}
