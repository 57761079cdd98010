import Annotations
package import Findings
package import Statistics

/// Two data sets, matched and measured.
package struct Comparison: Sendable {
  package let pairing: DatasetPairing
  package let options: MatchingOptions
  /// What is said of attributes, by name.
  package let scales: [String: DeclaredScale]
  /// One for each of the pairing's images, in its order.
  package let images: ComparedImages

  /// Images that one task matches: a constant, so that results do not depend on the machine.
  private static let imagesPerChunk = 256

  /// Matches the objects of all images.
  package init(
    _ pairing: DatasetPairing,
    options: MatchingOptions,
    scales: [String: DeclaredScale] = [:],
    threads: Int
  ) async {
    self.pairing = pairing
    self.options = options
    self.scales = scales
    let matcher = ImageMatcher(pairing: pairing, options: options)
    let step = WorkStep("matching", of: pairing.images.count, "images")
    let chunks = Self.chunks(of: pairing.images.count)
    // Room that is not used costs nothing.
    var images = ComparedImages(
      images: pairing.images.count,
      pairs: min(pairing.a.annotations.count, pairing.b.annotations.count)
    )
    await mergeInOrder(chunks, threads: threads, as: step) {
      matcher.match(imagesAt: $0)
    } merge: {
      images.append(contentsOf: $0)
    }
    self.images = images
  }

  /// All objects.
  package var whole: ComparisonPart { ComparisonPart(label: .overall, images: images) }

  /// The numbers of every metric in the catalog, in its order; then those of every part.
  package func records(bootstrap: ImageBootstrap) async -> [MetricRecord] {
    // The largest jobs first, so that no thread waits for one of them in the end.
    let parts = SlicingCatalog.all.map(partsJob)
    let figures = await figures(
      of: parts + wholeJobs(MetricCatalog.comparison),
      bootstrap
    )
    return await bootstrap.records(
      of: (figures[parts.count...] + figures[..<parts.count]).flatMap { $0 },
      images: images.count
    )
  }

  /// The numbers of some metrics about all objects, without those of parts.
  package func records(
    of metrics: [any ComparisonMetric.Type],
    bootstrap: ImageBootstrap
  ) async -> [MetricRecord] {
    let figures = await figures(of: wholeJobs(metrics), bootstrap)
    return await bootstrap.records(of: figures.flatMap { $0 }, images: images.count)
  }

  /// How often each pair of categories met in all images, `CategoryCells.missing` included.
  package var meetings: ContingencyTable {
    MeetingTable(images, categories: pairing.categories.count).table
  }

  /// What can be made without regard to the rest.
  ///
  /// `isDrawnFrom`: Whether resamples are drawn from its figures. What they are drawn from is as large as
  /// the data; where none are, it does not wait in memory for the end of the job.
  private typealias Job = @Sendable (_ isDrawnFrom: Bool) -> [Figures]

  private func wholeJobs(_ metrics: [any ComparisonMetric.Type]) -> [Job] {
    metrics.map { metric in { [figures(of: metric, whole, isDrawnFrom: $0)] } }
  }

  /// All parts by one property.
  private func partsJob(_ slicing: any ComparisonSlicing.Type) -> Job {
    { isDrawnFrom in
      ComparisonPart.parts(of: images, by: slicing.init(pairing)).flatMap { part in
        MetricCatalog.comparisonParts.map { figures(of: $0, part, isDrawnFrom: isDrawnFrom) }
      }
    }
  }

  private func figures(
    of metric: any ComparisonMetric.Type,
    _ part: ComparisonPart,
    isDrawnFrom: Bool
  ) -> Figures {
    let context = ComparisonContext(
      pairing,
      part: part,
      scales: scales,
      isResampled: isDrawnFrom
    )
    let figures = figures(of: metric.init(context), part)
    return isDrawnFrom ? figures : Figures(figures.records)
  }

  private func figures(of metric: some ComparisonMetric, _ part: ComparisonPart) -> Figures {
    var state = metric.initial()
    metric.update(&state, with: part.images)
    return metric.figures(from: state)
  }

  private func figures(of jobs: [Job], _ bootstrap: ImageBootstrap) async -> [[Figures]] {
    let step = WorkStep("measuring", of: jobs.count, "metrics and parts")
    return await inOrder(jobs, threads: bootstrap.threads, as: step) {
      $0(bootstrap.replicates > 0)
    }
  }

  private static func chunks(of count: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: imagesPerChunk).map { $0..<min($0 + imagesPerChunk, count) }
  }
}
