import Annotations
import Findings
package import Formats

/// A data set as the user named it, read.
package struct Delivery: Sendable {
  /// `dataset`, `a`, `b`, …, as reports name it.
  package var role: String
  /// Last part of the path that the user named.
  package var name: String
  /// Id of the format.
  package var format: String
  /// Why it was taken for that format.
  package var detected: String
  package var result: ReadResult

  package init(role: String, name: String, format: String, detected: String, result: ReadResult) {
    self.role = role
    self.name = name
    self.format = format
    self.detected = detected
    self.result = result
  }

  /// Names of those who annotated, as far as the data set says, sorted.
  package var annotators: [String] {
    result.dataset.usedAnnotators.map { result.dataset.annotators[Int($0)] }.sorted()
  }

  /// What a report says of it.
  var input: AuditReport.Input {
    AuditReport.Input(
      role: role,
      name: name,
      format: format,
      detected: detected,
      sha256: result.sha256,
      images: result.dataset.images.count,
      annotations: result.dataset.annotations.count,
      categories: result.dataset.categories.count,
      quarantined: result.quarantined.count
    )
  }

  /// Names of all categories that some deliveries declare, each once, sorted.
  package static func categories(of deliveries: [Delivery]) -> [String] {
    Set(deliveries.flatMap { $0.result.dataset.categories.names }).sorted()
  }
}
