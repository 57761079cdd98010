import Annotations
package import Findings
import Statistics

/// Two data sets, matched and measured.
package struct Comparison: Sendable {
  package let pairing: DatasetPairing
  package let options: MatchingOptions
  /// One for each of the pairing's images, in its order.
  package let images: [ComparedImage]

  /// Images that one task matches: a constant, so that results do not depend on the machine.
  private static let imagesPerChunk = 256

  /// Matches the objects of all images.
  package init(_ pairing: DatasetPairing, options: MatchingOptions, threads: Int) async {
    self.pairing = pairing
    self.options = options
    let matcher = ImageMatcher(pairing: pairing, options: options)
    images = await inOrder(Self.chunks(of: pairing.images.count), threads: threads) { chunk in
      chunk.map(matcher.match(imageAt:))
    }.flatMap { $0 }
  }

  /// All objects.
  package var whole: ComparisonPart { ComparisonPart(label: .overall, images: images) }

  /// The numbers of every metric in the catalog, in its order; then those of every part.
  package func records(bootstrap: ImageBootstrap) async -> [MetricRecord] {
    var records = await records(of: whole, metrics: MetricCatalog.comparison, bootstrap)
    for slicing in SlicingCatalog.all {
      for part in parts(by: slicing) {
        records += await self.records(of: part, metrics: MetricCatalog.comparisonParts, bootstrap)
      }
    }
    return records
  }

  /// How often each pair of categories met, `missing` included; sorted by category.
  package var cells: CategoryCells {
    var cells = CategoryCells()
    for image in images { cells.add(image) }
    return cells
  }

  private func parts<S: ComparisonSlicing>(by slicing: S.Type) -> [ComparisonPart] {
    ComparisonPart.parts(of: images, by: slicing.init(pairing))
  }

  private func records(
    of part: ComparisonPart,
    metrics: [any ComparisonMetric.Type],
    _ bootstrap: ImageBootstrap
  ) async -> [MetricRecord] {
    let context = ComparisonContext(pairing, part: part)
    var records: [MetricRecord] = []
    for metric in metrics {
      records += await self.records(of: metric.init(context), part, bootstrap)
    }
    return records
  }

  private func records(
    of metric: some ComparisonMetric,
    _ part: ComparisonPart,
    _ bootstrap: ImageBootstrap
  ) async -> [MetricRecord] {
    let images = part.images
    let state = await metric.state(
      of: Self.chunks(of: images.count),
      threads: bootstrap.threads
    ) { Array(images[$0]) }
    return await metric.records(from: state, bootstrap: bootstrap)
  }

  private static func chunks(of count: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: imagesPerChunk).map { $0..<min($0 + imagesPerChunk, count) }
  }
}
