package import Findings

/// Every metric; a new one is a file and a line here.
package enum MetricCatalog {
  /// Metrics of two annotators' matched objects.
  package static let comparison: [any ComparisonMetric.Type] = [
    CategoryAgreement.self,
    IoUDistribution.self,
    MissingObjects.self,
    BoxPlacement.self,
    MutualDrift.self,
    SecondsPerObject.self,
    AttributeAgreement.self,
    UnseenObjects.self,
    KeypointAgreement.self,
  ]

  /// Those of them that are given of every part of a comparison too.
  package static let comparisonParts: [any ComparisonMetric.Type] = [
    CategoryAgreement.self,
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
    CategoryAgreement.abouts + comparison.dropFirst().map { $0.about }
      + [
        ThresholdCurve.about, BackgroundKappa.about, PanelAgreement.about, PanelPairs.about,
        PanelAnnotators.about, PanelUnseen.about,
      ]
      + [LabelAgreement.about, LabelConsensus.about, ValueAgreement.about, LabelTimes.about]
      + audit.map { $0.about }
  }
}
