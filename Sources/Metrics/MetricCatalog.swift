package import Findings

/// Every metric; a new one is a file and a line here.
package enum MetricCatalog {
  /// Metrics of two annotators' matched objects.
  package static let comparison: [any ComparisonMetric.Type] = [
    ObjectCounts.self,
    DiceAgreement.self,
    CategoryKappa.self,
    KrippendorffAlpha.self,
    IoUDistribution.self,
    MissingObjects.self,
  ]

  /// Metrics of one data set.
  package static let audit: [any DatasetMetric.Type] = [
    DatasetSize.self,
    ObjectsPerImage.self,
  ]

  /// What every metric says of itself.
  package static var abouts: [MetricAbout] {
    comparison.map { $0.about } + audit.map { $0.about }
  }
}
