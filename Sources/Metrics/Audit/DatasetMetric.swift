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
    var records: [MetricRecord] = []
    for metric in audit {
      records += await self.records(of: metric, dataset, bootstrap)
    }
    return records
  }

  private static func records<M: DatasetMetric>(
    of type: M.Type,
    _ dataset: Dataset,
    _ bootstrap: ImageBootstrap
  ) async -> [MetricRecord] {
    let metric = type.init(dataset)
    let state = await metric.state(of: dataset.slices, threads: bootstrap.threads) { $0 }
    return await metric.records(from: state, bootstrap: bootstrap)
  }
}
