import Audits
import Embeddings
import Reports

/// The queue of a review as tables.
enum SuspectsCSV {
  /// One row a label, the most suspect first; the last column is for the reviewer.
  static func text(of queue: SuspectQueue) -> String {
    var table = CSVWriter(output: "")
    table.header(
      ["rank", "item", "image", "category", "suspect", "rival", "fused"]
        + SuspectScore.allCases.map(\.rawValue) + ["reason", "to_do", "verdict"]
    )
    for entry in queue.entries {
      table.row(
        [
          .integer(entry.rank), .text(entry.name), .text(entry.image), .text(entry.category),
          .text(entry.isSuspect ? "yes" : "no"), .text(entry.rival), .number(entry.fused),
        ] + SuspectScore.allCases.map { .number(entry.scores[$0]) } + [
          .text(entry.what), .text(entry.toDo), .text(entry.verdict?.rawValue),
        ]
      )
    }
    return table.output
  }

  /// One row a number of reviewed items: the errors expected among them, and those found so far.
  static func budget(of queue: SuspectQueue) -> String {
    let curve = BudgetCurve(queue)
    var table = CSVWriter(output: "")
    table.header(["reviewed", "expected_errors", "found_errors", "basis"])
    var found = 0
    for (place, expected) in curve.expectedErrors.enumerated() {
      if queue.entries[place].verdict?.isError == true { found += 1 }
      table.row([
        .integer(place + 1), .number(expected), .integer(found), .text(curve.basis.rawValue),
      ])
    }
    return table.output
  }
}
