package import Annotations
package import Findings
import Statistics

/// A metric of one data set.
package protocol DatasetMetric: Metric where Input == Dataset.Slice {
  init(_ dataset: Dataset)
}

extension MetricCatalog {
  /// The numbers of every data set metric, in the order of the catalog.
  package static func records(
    of dataset: Dataset,
    bootstrap: ImageBootstrap
  ) async -> [MetricRecord] {
    var figures: [Figures] = []
    for metric in audit {
      figures.append(await self.figures(of: metric.init(dataset), dataset, bootstrap.threads))
    }
    // Counts have no interval: nothing is drawn for them.
    guard figures.contains(where: { !$0.resampled.records.isEmpty }) else {
      return figures.flatMap(\.records)
    }
    return await bootstrap.records(of: figures, images: dataset.images.count)
  }

  private static func figures(
    of metric: some DatasetMetric,
    _ dataset: Dataset,
    _ threads: Int
  ) async -> Figures {
    metric.figures(from: await metric.state(of: dataset.slices, threads: threads) { $0 })
  }
}
