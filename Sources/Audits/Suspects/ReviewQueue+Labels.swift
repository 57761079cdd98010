import Embeddings
import Findings

extension ReviewQueue {
  /// All labels that have a score.
  init(
    _ items: SuspectItems,
    _ analysis: SuspectAnalysis,
    _ descriptions: SuspectDescriptions,
    verdicts: [String: ReviewVerdict]
  ) {
    let entries = analysis.order.map { item in
      let reason = descriptions.reason(item)
      let support =
        analysis.scores[.selfConfidence]?[item] ?? analysis.scores[.neighbourVote]?[item] ?? 1
      return Entry(
        rank: 0,
        name: items.names[item],
        rule: analysis.isSuspect(item) ? SuspectRules.suspect.id : nil,
        subject: items.subject(item),
        image: items.image(item),
        category: items.category(item),
        rival: reason?.rival,
        score: analysis.fused[item],
        values: SuspectScore.allCases.map { analysis.scores[$0]?[item] ?? nil },
        chance: min(1, max(0, 1 - support)),
        what: reason?.what,
        toDo: reason?.toDo
      )
    }
    self.init(
      entries,
      columns: SuspectScore.allCases.map(\.rawValue),
      isComplete: true,
      verdicts: verdicts
    )
  }
}
