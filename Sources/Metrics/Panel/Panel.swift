import Annotations
package import Findings
import Statistics

/// Several annotators' data sets of the same images, matched and measured.
package struct Panel: Sendable {
  package let pairing: PanelPairing
  package let options: MatchingOptions
  /// One for each of the pairing's images, in its order.
  package let images: [PanelImage]

  /// Images that one task matches: a constant, so that results do not depend on the machine.
  private static let imagesPerChunk = 64

  package init(_ pairing: PanelPairing, options: MatchingOptions, threads: Int) async {
    self.pairing = pairing
    self.options = options
    let matcher = PanelMatcher(pairing: pairing, options: options)
    let count = pairing.images.count
    let starts = Array(stride(from: 0, to: count, by: Self.imagesPerChunk))
    let step = WorkStep("matching", of: count, "images")
    images = await inOrder(starts, threads: threads, as: step) { start in
      (start..<min(start + Self.imagesPerChunk, count)).map(matcher.match(imageAt:))
    }.flatMap { $0 }
  }

  package var units: PanelUnits { PanelUnits(images, of: pairing) }

  /// The annotators brought together as if there were no reference; the panel itself where there is none.
  ///
  /// A reference could join what two annotators drew though it does not overlap enough, and what it alone has
  /// is no object that annotators agree to leave out.
  private func withoutReference(_ gold: Int?, threads: Int) async -> Panel {
    guard let gold else { return self }
    return await Panel(pairing.without(gold), options: options, threads: threads)
  }

  /// The numbers of all annotators together, and of every pair of them.
  ///
  /// `gold`: The data set that is taken for right; it takes no part in agreement.
  /// `cohorts`: Groups of annotators whose errors are given together too.
  /// `scales`: What is said of attributes, by name.
  package func records(
    gold: Int? = nil,
    cohorts: [AnnotatorCohort] = [],
    scales: [String: DeclaredScale] = [:],
    bootstrap: ImageBootstrap
  ) async -> [MetricRecord] {
    let annotators = await withoutReference(gold, threads: bootstrap.threads)
    var agreement = [PanelAgreement(annotators).figures]
    if annotators.pairing.names.count > 2 {
      agreement.append(PanelUnseen(annotators.units).figures)
    }
    let together =
      await bootstrap.records(of: agreement, images: annotators.images.count)
      + bootstrap.records(
        of: [PanelAnnotators(self, gold: gold, cohorts: cohorts).figures],
        images: images.count
      )
    let pairs = await PanelPairs(self, gold: gold, scales: scales, bootstrap: bootstrap)
    return together + pairs.means + pairs.clusters + pairs.records
  }
}
