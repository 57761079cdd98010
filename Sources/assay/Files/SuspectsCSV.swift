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

  /// One row a number of reviewed labels: the errors expected among them, and those found so far.
  static func budget(of queue: SuspectQueue) -> String {
    var table = CSVWriter(output: "")
    table.header(["reviewed", "expected_errors", "found_errors", "basis"])
    for (place, point) in BudgetCurve(queue).points.enumerated() {
      table.row([
        .integer(place + 1), .number(point.expectedErrors), .integer(point.foundErrors),
        .text(point.basis.rawValue),
      ])
    }
    return table.output
  }
}
