import Audits
import Geometry
import Reports

/// The queue of a review as tables.
enum SuspectsCSV {
  /// One row a suspect or label, the most suspect first; the last column is for the reviewer.
  static func text(of queue: ReviewQueue) -> String {
    var table = CSVWriter(output: "")
    table.header(
      ["rank", "item", "image", "category", "finding", "rival", "score"] + queue.columns
        + ["x", "y", "width", "height", "reason", "to_do", "verdict"]
    )
    for entry in queue.entries {
      let box = entry.subject.box
      table.row(
        [
          .integer(entry.rank), .text(entry.name), .text(entry.image), .text(entry.category),
          .text(entry.rule), .text(entry.rival), .number(entry.score),
        ] + entry.values.map { .number($0) } + [
          .number(box?.x), .number(box?.y), .number(box?.width), .number(box?.height),
          .text(entry.what), .text(entry.toDo), .text(entry.verdict?.rawValue),
        ]
      )
    }
    return table.output
  }

  /// One row a number of reviewed labels: the errors expected among them, and those found so far.
  static func budget(of queue: ReviewQueue) -> String {
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
