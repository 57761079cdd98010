import Embeddings
import Reports
import Statistics

/// What a run of prototypes measured, as CSV tables.
enum PrototypeTables {
  /// One line an object: what was estimated, and how well that has gone so far.
  static func steps(_ record: PrototypeRecord) -> String {
    var table = CSVWriter(output: "")
    table.header([
      "position", "row", "label", "estimate", "is_new", "is_estimated_new", "distance", "is_right",
      "had_feedback", "accuracy", "moving_average",
    ])
    let names = record.annotator.categories
    for (step, line) in zip(record.steps, record.lines) {
      table.row([
        .integer(step.position), .integer(step.row + record.firstRow),
        .text(names[step.category - 1]),
        step.estimate.map { .text(name($0, names)) } ?? .empty, .text(yes(step.isNew)),
        .text(yes(step.isEstimatedNew)), .number(step.distance),
        step.isRight.map { .text(yes($0)) } ?? .empty, .text(yes(step.hadFeedback)),
        .number(line.accuracy), .number(line.average),
      ])
    }
    return table.output
  }

  /// A number that no category has (ĉ of the literal mode) stands as it is.
  private static func name(_ number: Int, _ names: [String]) -> String {
    number <= names.count ? names[number - 1] : "#\(number)"
  }

  private static func yes(_ flag: Bool) -> String { flag ? "yes" : "no" }

  /// The numbers that a reader asks for first, each with what it rests on.
  static func summary(_ annotator: IncrementalAnnotator) -> String {
    var table = CSVWriter(output: "")
    table.header(["name", "value", "n", "undefined"])
    let (counts, parameters) = (annotator.table, annotator.parameters)
    table.row([.text("epsilon"), .number(parameters.epsilon), .empty, .empty])
    table.row([.text("feedback"), .number(parameters.feedback), .empty, .empty])
    let detected = counts.rows[0][1] + counts.rows[1][1]
    let new = counts.rows[1].reduce(0, +)
    for (name, measured, n) in [
      ("accuracy", annotator.accuracy, annotator.judged),
      ("new-category-precision", counts.precision, detected),
      ("new-category-recall", counts.recall, new), ("new-category-f1", counts.f1, counts.total),
    ] {
      table.row([.text(name), .number(measured.value), .integer(n), .text(measured.reason)])
    }
    for (name, count) in [
      ("objects", annotator.position), ("judged", annotator.judged), ("right", annotator.right),
      ("categories", annotator.categories.count), ("prototypes", annotator.memory.count),
      ("zero-vectors", annotator.zeroVectors), ("not-finite", annotator.notFinite),
      ("unnamed-estimates", annotator.unnamedEstimates),
    ] {
      table.row([.text(name), .integer(count), .empty, .empty])
    }
    return table.output
  }

  /// C[nc][n̂c].
  static func confusion(_ counts: NewCategoryTable) -> String {
    var table = CSVWriter(output: "")
    table.header(["truth", "estimated_known", "estimated_new"])
    for (name, row) in zip(["known", "new"], counts.rows) {
      table.row([.text(name)] + row.map { .integer($0) })
    }
    return table.output
  }

  /// One line a prototype: whose it is, of how many vectors, and the mean.
  static func prototypes(_ annotator: IncrementalAnnotator) -> String {
    let memory = annotator.memory
    var table = CSVWriter(output: "")
    table.header(["category", "n"] + (0..<memory.dimension).map { "v\($0)" })
    for index in 0..<memory.count {
      let owner = memory.owners[index]
      table.row(
        [owner == 0 ? .empty : .text(name(owner, annotator.categories))]
          + [.integer(memory.counts[index])] + memory.vector(index).map { .number($0) }
      )
    }
    return table.output
  }

  /// What runs of the same stream ended with, by the parameter that tells them apart.
  static func trials(
    _ annotators: [IncrementalAnnotator],
    _ parameter: String,
    _ value: (PrototypeParameters) -> Double
  ) -> String {
    var table = CSVWriter(output: "")
    table.header([
      parameter, "accuracy", "judged", "precision", "recall", "f1", "known_as_known",
      "known_as_new", "new_as_known", "new_as_new",
    ])
    for annotator in annotators {
      let counts = annotator.table
      table.row(
        [
          .number(value(annotator.parameters)), .number(annotator.accuracy.value),
          .integer(annotator.judged), .number(counts.precision.value),
          .number(counts.recall.value), .number(counts.f1.value),
        ] + counts.rows.flatMap { $0 }.map { .integer($0) }
      )
    }
    return table.output
  }

  /// One line an object: accuracy and moving average under each order.
  static func orders(_ runs: [(order: StreamOrder, record: PrototypeRecord)]) -> String {
    var table = CSVWriter(output: "")
    table.header(
      ["position"] + runs.flatMap { ["accuracy_\($0.order)", "moving_average_\($0.order)"] }
    )
    for index in 0..<(runs.map(\.record.lines.count).min() ?? 0) {
      table.row(
        [.integer(index + 1)]
          + runs.flatMap {
            [.number($0.record.lines[index].accuracy), .number($0.record.lines[index].average)]
          }
      )
    }
    return table.output
  }
}

extension Measured {
  /// Why there is no number, or `nil`.
  fileprivate var reason: String? {
    guard case .undefined(let reason) = self else { return nil }
    return reason.description
  }
}
