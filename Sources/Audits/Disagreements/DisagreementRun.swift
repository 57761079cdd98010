import Annotations
package import Findings
package import Metrics

/// The single disagreements of a comparison; the number of threads changes the time, never the result.
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
    let types = DisagreementCatalog.all
    let rules = types.map { $0.init(comparison, settings: settings) }
    let chunks = await chunks(comparison.images.count, rules)
    var found = rules.map { _ in FindingCollector(limit: findingsPerRule) }
    let step = WorkStep("looking for disagreements", of: comparison.images.count, "images")
    await mergeInOrder(chunks, threads: threads, as: step) { chunk in
      chunk.hasKept
        ? Self.findings(of: rules, in: chunk.images, limits: chunk.limits) : chunk.counted
    } merge: { part in
      for (rule, findings) in part.enumerated() { found[rule].merge(findings) }
    }
    return AuditReport.FindingSummary(zip(types.map { $0.about }, found).map { ($0, $1) })
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
  private func chunks(_ images: Int, _ rules: [any DisagreementRule]) async -> [Chunk] {
    let ranges = stride(from: 0, to: images, by: Self.imagesPerChunk).map {
      $0..<min($0 + Self.imagesPerChunk, images)
    }
    let none = rules.map { _ in 0 }
    var left = rules.map { _ in findingsPerRule }
    var chunks: [Chunk] = []
    await mergeInOrder(ranges, threads: threads) { images in
      Chunk(
        images: images,
        limits: none,
        counted: Self.findings(of: rules, in: images, limits: none)
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
    of rules: [any DisagreementRule],
    in images: Range<Int>,
    limits: [Int]
  ) -> [FindingCollector] {
    zip(rules, limits).map { rule, limit in
      var findings = FindingCollector(limit: limit)
      rule.check(images, into: &findings)
      return findings
    }
  }
}
