import Annotations
package import Findings
import Statistics

/// Two data sets, matched and measured.
package struct Comparison: Sendable {
  package let pairing: DatasetPairing
  /// One for each of the pairing's images, in its order.
  package let images: [ComparedImage]

  /// Images that one task matches: a constant, so that results do not depend on the machine.
  private static let imagesPerChunk = 256

  /// Matches the objects of all images.
  package init(_ pairing: DatasetPairing, options: MatchingOptions, threads: Int) async {
    self.pairing = pairing
    let matcher = ImageMatcher(pairing: pairing, options: options)
    let count = pairing.images.count
    let starts = Array(stride(from: 0, to: count, by: Self.imagesPerChunk))
    images = await inOrder(starts, threads: threads) { start in
      (start..<min(start + Self.imagesPerChunk, count)).map(matcher.match(imageAt:))
    }.flatMap { $0 }
  }

  /// The numbers of every metric in the catalog, in its order.
  package func records(bootstrap: ImageBootstrap) async -> [MetricRecord] {
    var records: [MetricRecord] = []
    for metric in MetricCatalog.comparison {
      records += await self.records(of: metric, bootstrap: bootstrap)
    }
    return records
  }

  /// How often each pair of categories met, `missing` included; sorted by category.
  package var cells: CategoryCells {
    var cells = CategoryCells()
    for image in images { cells.add(image) }
    return cells
  }

  private func records<M: ComparisonMetric>(
    of type: M.Type,
    bootstrap: ImageBootstrap
  ) async -> [MetricRecord] {
    let context = ComparisonContext(
      categories: pairing.categories,
      imageCount: pairing.images.count
    )
    let metric = type.init(context)
    let starts = Array(stride(from: 0, to: images.count, by: Self.imagesPerChunk))
    let parts = await inOrder(starts, threads: bootstrap.threads) { start in
      var state = metric.initial()
      let end = min(start + Self.imagesPerChunk, images.count)
      metric.update(&state, with: Array(images[start..<end]))
      return state
    }
    var state = metric.initial()
    for part in parts { state.merge(part) }
    return await metric.records(from: state, bootstrap: bootstrap)
  }
}
