import Embeddings
import Reports
import Statistics

/// What a run of prototypes measured, as drawings.
enum PrototypeFigures {
  /// Accuracy so far and moving average over the stream.
  static func accuracy(_ record: PrototypeRecord) -> String {
    Plot(
      title: "Accuracy of the estimates over the stream",
      horizontal: "objects seen",
      vertical: "accuracy",
      series: [
        Plot.Series("A_class", points(record) { $0.accuracy }),
        Plot.Series(
          "last \(record.annotator.parameters.window)",
          points(record) { $0.average }
        ),
      ]
    ).svg
  }

  private static func points(
    _ record: PrototypeRecord,
    _ value: (PrototypeRecord.Line) -> Double?
  ) -> [Plot.Point] {
    zip(record.steps, record.lines).compactMap { step, line in
      value(line).map { Plot.Point(x: Double(step.position), y: $0) }
    }
  }

  static func confusion(_ table: NewCategoryTable) -> String {
    TableDrawing(
      title: "C: is it a new category?",
      columns: ["taken for known", "taken for new"],
      rows: [("known", table.rows[0]), ("new", table.rows[1])]
    ).svg
  }

  /// How well new categories are told, and the accuracy, over ε.
  static func epsilon(_ trials: [IncrementalAnnotator], best: Double?) -> String {
    func series(_ name: String, _ value: (IncrementalAnnotator) -> Double?) -> Plot.Series {
      Plot.Series(
        name,
        trials.compactMap { trial in
          value(trial).map { Plot.Point(x: trial.parameters.epsilon, y: $0) }
        }
      )
    }
    return Plot(
      title: "Detection of new categories over ε",
      horizontal: "ε",
      vertical: "share",
      series: [
        series("precision") { $0.table.precision.value },
        series("recall") { $0.table.recall.value },
        series("F1") { $0.table.f1.value },
        series("A_class") { $0.accuracy.value },
      ],
      mark: best.map { ($0, "best F1: ε = \($0)") }
    ).svg
  }

  static func precisionRecall(_ trials: [IncrementalAnnotator]) -> String {
    let points = trials.compactMap { trial -> Plot.Point? in
      guard let precision = trial.table.precision.value, let recall = trial.table.recall.value
      else { return nil }
      return Plot.Point(x: recall, y: precision)
    }
    return Plot(
      title: "Precision and recall of new categories, a point for each ε",
      horizontal: "recall",
      vertical: "precision",
      series: [Plot.Series("ε from small to large", points)]
    ).svg
  }

  static func feedback(_ trials: [IncrementalAnnotator]) -> String {
    let points = trials.compactMap { trial in
      trial.accuracy.value.map { Plot.Point(x: trial.parameters.feedback, y: $0) }
    }
    return Plot(
      title: "Accuracy over the probability of feedback",
      horizontal: "p",
      vertical: "accuracy",
      series: [Plot.Series("A_class", points)]
    ).svg
  }

  static func orders(
    _ runs: [(order: StreamOrder, record: PrototypeRecord)],
    hasDomains: Bool
  ) -> String {
    Plot(
      title: "Moving average of the accuracy by the order of the stream",
      horizontal: "objects seen",
      vertical: "accuracy",
      series: runs.map { run in
        Plot.Series(
          run.order == .domain && !hasDomains ? "category by category" : run.order.rawValue,
          points(run.record) { $0.average }
        )
      }
    ).svg
  }
}
