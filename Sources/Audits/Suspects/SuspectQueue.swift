package import Embeddings
import Findings

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
    package var name: String
    package var image: String?
    package var category: String
    package var isSuspect: Bool
    /// What neighbours or model call it, where they contradict.
    package var rival: String?
    package var fused: Double
    package var scores: [SuspectScore: Double]
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

  /// What a review found: precision among suspects, and errors among all.
  var metrics: [MetricRecord] {
    let decided = entries.filter { $0.verdict?.isError != nil }
    guard !decided.isEmpty else { return [] }
    let errors = decided.filter { $0.verdict?.isError == true }
    let suspects = decided.filter(\.isSuspect)
    return [
      SuspectMetrics.proportion(
        "suspect-precision",
        .overall,
        suspects.count { $0.verdict?.isError == true },
        of: suspects.count,
        reason: "no suspect was reviewed"
      ),
      MetricRecord(
        id: "defect-rate",
        slice: .overall,
        outcome: .number(
          Double(errors.count) / Double(entries.count),
          n: entries.count,
          interval: nil
        )
      ),
    ]
  }
}
