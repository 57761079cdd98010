import Annotations
package import Findings
package import Metrics

/// The single disagreements of two annotators or more; the number of threads changes the time, never the result.
package struct DisagreementRun: Sendable {
  private let settings: DisagreementSettings
  private let findingsPerRule: Int
  private let threads: Int

  /// Images that one task looks at: a constant, so that results do not depend on the machine.
  private static let imagesPerChunk = 256

  /// `findingsPerRule` is how many findings of a rule are kept; all are counted.
  package init(settings: DisagreementSettings, findingsPerRule: Int, threads: Int) {
    self.settings = settings
    self.findingsPerRule = findingsPerRule
    self.threads = threads
  }

  /// By rule, then image.
  package func findings(in comparison: Comparison) async -> AuditReport.FindingSummary {
    let checks = DisagreementCatalog.all.map { type in
      let rule = type.init(comparison, settings: settings)
      return Check(about: type.about) { rule.check($0, into: &$1) }
    }
    return await findings(of: checks, images: comparison.images.count)
  }

  /// By rule, then image, each image's by place.
  ///
  /// `gold`: The data set that is taken for right; it is none of the annotators.
  package func findings(in panel: Panel, gold: Int?) async -> AuditReport.FindingSummary {
    let checks = ClusterRuleCatalog.all.map { type in
      let rule = type.init(settings: settings)
      return Check(about: type.about) { images, findings in
        for image in panel.images[images] {
          Self.check(image, of: panel.pairing, gold: gold, rule, into: &findings)
        }
      }
    }
    return await findings(of: checks, images: panel.images.count)
  }

  private static func check(
    _ image: PanelImage,
    of pairing: PanelPairing,
    gold: Int?,
    _ rule: any ClusterRule,
    into findings: inout FindingCollector
  ) {
    let remarks = image.clusters.compactMap { cluster in
      rule.remark(on: cluster).map { (cluster: cluster, remark: $0) }
    }
    guard !findings.isFull else { return findings.add(count: remarks.count) }
    let objects = remarks.compactMap { cluster, remark in
      PanelObject(cluster, ofImageAt: image.index, in: pairing, gold: gold)
        .map { (object: $0, remark: remark) }
    }
    for (object, remark) in objects.sorted(by: { PanelObject.precedes($0.object, $1.object) }) {
      findings.report { remark(object) }
    }
  }

  /// What a rule finds in some of the images, one after the other.
  private struct Check: Sendable {
    var about: RuleAbout
    var check: @Sendable (_ images: Range<Int>, _ findings: inout FindingCollector) -> Void
  }

  private func findings(of checks: [Check], images: Int) async -> AuditReport.FindingSummary {
    let chunks = await chunks(images, checks)
    var found = checks.map { _ in FindingCollector(limit: findingsPerRule) }
    let step = WorkStep("looking for disagreements", of: images, "images")
    await mergeInOrder(chunks, threads: threads, as: step) { chunk in
      chunk.hasKept
        ? Self.findings(of: checks, in: chunk.images, limits: chunk.limits) : chunk.counted
    } merge: { part in
      for (rule, findings) in part.enumerated() { found[rule].merge(findings) }
    }
    return AuditReport.FindingSummary(zip(checks, found).map { ($0.about, $1) })
  }

  /// Images that one task looks at.
  private struct Chunk {
    var images: Range<Int>
    /// How many findings of each rule are kept.
    var limits: [Int]
    /// How many there are, none of them made.
    var counted: [FindingCollector]

    var hasKept: Bool { zip(limits, counted).contains { $0 > 0 && $1.count > 0 } }
  }

  /// The chunks of all images, each with what the chunks before it leave to be kept.
  ///
  /// Most findings of two large files are only counted, and making one costs far more than counting it.
  private func chunks(_ images: Int, _ checks: [Check]) async -> [Chunk] {
    let ranges = stride(from: 0, to: images, by: Self.imagesPerChunk).map {
      $0..<min($0 + Self.imagesPerChunk, images)
    }
    let none = checks.map { _ in 0 }
    var left = checks.map { _ in findingsPerRule }
    var chunks: [Chunk] = []
    await mergeInOrder(ranges, threads: threads) { images in
      Chunk(
        images: images,
        limits: none,
        counted: Self.findings(of: checks, in: images, limits: none)
      )
    } merge: { counted in
      var chunk = counted
      chunk.limits = left
      left = zip(left, chunk.counted).map { max(0, $0 - $1.count) }
      chunks.append(chunk)
    }
    return chunks
  }

  private static func findings(
    of checks: [Check],
    in images: Range<Int>,
    limits: [Int]
  ) -> [FindingCollector] {
    zip(checks, limits).map { check, limit in
      var findings = FindingCollector(limit: limit)
      check.check(images, &findings)
      return findings
    }
  }
}
