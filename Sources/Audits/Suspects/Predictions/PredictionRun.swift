import Annotations
import Embeddings
package import Findings
import Formats
import Geometry
package import Metrics

/// Labels that a model's predictions contradict, and objects that only the model saw, ranked.
package struct PredictionRun: Sendable {
  package var options: PredictionOptions
  package var findingsPerRule: Int
  package var threads: Int

  package init(options: PredictionOptions, findingsPerRule: Int, threads: Int) {
    self.options = options
    self.findingsPerRule = findingsPerRule
    self.threads = threads
  }

  package struct Outcome: Sendable {
    package var report: AuditReport
    package var queue: ReviewQueue
  }

  /// Predictions and labels cannot be brought together.
  package struct Unusable: Error, Sendable, CustomStringConvertible {
    package let description: String
  }

  /// Judges labels by predictions; `verdicts` are what reviewers said of entries, by their names.
  package func outcome(
    labels: Delivery,
    predictions: Delivery,
    verdicts: [String: ReviewVerdict] = [:]
  ) async throws(Unusable) -> Outcome {
    let pairing = DatasetPairing(labels.result.dataset, predictions.result.dataset)
    try check(pairing, predictions.name)
    let options = options
    let reviews = await inOrder(Array(pairing.images.indices), threads: threads) {
      PredictionReview(pairing, imageAt: $0, options: options)
    }
    let suspects = PredictionSuspects(SuspectItems(labels), pairing, reviews, options)
    let queue = suspects.queue(verdicts: verdicts)
    let findings = suspects.findings(limit: findingsPerRule)
    let metrics =
      PredictionMetrics.records(pairing, reviews, suspects) + ReviewMetrics.records(queue)
      + findings.metrics(of: labels.result.dataset.annotations.count)
    let report = AuditReport(
      tool: .current,
      command: "suspects",
      parameters: parameters,
      inputs: [labels.input, predictions.input],
      categories: Delivery.categories(of: [labels, predictions]),
      excluded: excluded(pairing, reviews, labels, predictions),
      metrics: metrics,
      definitions: Definitions.of(metrics),
      findings: findings
    )
    return Outcome(report: report, queue: queue)
  }

  private func check(_ pairing: DatasetPairing, _ name: String) throws(Unusable) {
    let table = pairing.b.annotations
    guard let row = table.scores.firstIndex(of: nil) else { return }
    throw Unusable(
      description:
        "\(name): record \(table.places[row].index) has no confidence; predictions with a 'score' "
        + "in 0…1 were expected"
    )
  }

  private var parameters: [String: AuditReport.ParameterValue] {
    [
      "believed": .number(options.believed),
      "considered": .number(options.considered),
      "findings-per-rule": .number(Double(findingsPerRule)),
      "located": .number(options.located),
      "meeting": .number(options.meeting),
      "same-object": .number(options.sameObject),
    ]
  }

  private func excluded(
    _ pairing: DatasetPairing,
    _ reviews: [PredictionReview],
    _ labels: Delivery,
    _ predictions: Delivery
  ) -> [String: Int] {
    [
      "images-unpaired": pairing.unpaired.images.a + pairing.unpaired.images.b,
      "images-unassigned": pairing.unpaired.unassigned.a,
      "labels-in-images-without-predictions": reviews.reduce(0) { $0 + $1.unjudged },
      "predictions-in-regions": reviews.reduce(0) { $0 + $1.excused },
      "quarantined": labels.result.quarantined.count + predictions.result.quarantined.count,
    ]
  }
}
