package import Annotations

/// Runs of the same stream under different parameters, side by side.
package struct PrototypeTrial: Sendable {
  package let rows: VectorTable
  package let labels: LabelColumn
  package let order: [Int]
  package let threads: Int

  package init(_ rows: VectorTable, _ labels: LabelColumn, order: [Int], threads: Int) {
    self.rows = rows
    self.labels = labels
    self.order = order
    self.threads = threads
  }

  /// What each run ended with, in the order of the parameters.
  package func outcomes(_ parameters: [PrototypeParameters]) async -> [IncrementalAnnotator] {
    await inOrder(parameters, threads: threads) { [self] parameters in
      var annotator = IncrementalAnnotator(parameters, dimension: rows.width)
      annotator.annotate(rows, labels, order: order)
      return annotator
    }
  }

  /// Values of ε that span what can be told apart on this stream: `count` steps of one round size, up to
  /// the largest distance of an object to its nearest prototype.
  ///
  /// Empty where no object has a prototype at a distance above 0.
  package func epsilons(_ parameters: PrototypeParameters, count: Int) -> [Double] {
    var trial = parameters
    trial.feedback = 1
    var annotator = IncrementalAnnotator(trial, dimension: rows.width)
    var largest = 0.0
    annotator.annotate(rows, labels, order: order) { largest = max(largest, $0.distance ?? 0) }
    guard largest > 0 else { return [] }
    let step = RoundNumber.atLeast(largest / Double(count))
    return (1...count).map { Double($0) * step }.prefix { $0 < largest + step }.map {
      // 3 · 0.02 as it is written, not as it is computed.
      RoundNumber.trimmed($0)
    }
  }
}
