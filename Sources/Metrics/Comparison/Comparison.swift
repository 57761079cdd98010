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
    var figures = await figures(of: whole, MetricCatalog.comparison, threads: bootstrap.threads)
    for slicing in SlicingCatalog.all {
      for part in parts(by: slicing) {
        figures += await self.figures(
          of: part,
          MetricCatalog.comparisonParts,
          threads: bootstrap.threads
        )
      }
    }
    return await bootstrap.records(of: figures, images: images.count)
  }

  /// The numbers of every metric about all objects, without those of parts.
  package func wholeRecords(bootstrap: ImageBootstrap) async -> [MetricRecord] {
    let figures = await figures(of: whole, MetricCatalog.comparison, threads: bootstrap.threads)
    return await bootstrap.records(of: figures, images: images.count)
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

  private func figures(
    of part: ComparisonPart,
    _ metrics: [any ComparisonMetric.Type],
    threads: Int
  ) async -> [Figures] {
    let context = ComparisonContext(pairing, part: part)
    var figures: [Figures] = []
    for metric in metrics {
      figures.append(await self.figures(of: metric.init(context), part, threads: threads))
    }
    return figures
  }

  private func figures(
    of metric: some ComparisonMetric,
    _ part: ComparisonPart,
    threads: Int
  ) async -> Figures {
    let images = part.images
    let state = await metric.state(of: Self.chunks(of: images.count), threads: threads) {
      Array(images[$0])
    }
    return metric.figures(from: state)
  }

  private static func chunks(of count: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: imagesPerChunk).map { $0..<min($0 + imagesPerChunk, count) }
  }
}
