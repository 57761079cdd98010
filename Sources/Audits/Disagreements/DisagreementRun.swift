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
    let chunks = await chunks(of: comparison.images, rules)
    var found = rules.map { _ in FindingCollector(limit: findingsPerRule) }
    let step = WorkStep("looking for disagreements", of: comparison.images.count, "images")
    await mergeInOrder(chunks, threads: threads, as: step) { chunk in
      Self.findings(of: rules, in: comparison.images, chunk)
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
  }

  /// The chunks of all images, each with what the chunks before it leave to be kept.
  ///
  /// Most findings of two large files are only counted, and making one costs far more than counting it.
  private func chunks(
    of images: ComparedImages,
    _ rules: [any DisagreementRule]
  ) async -> [Chunk] {
    let counted = stride(from: 0, to: images.count, by: Self.imagesPerChunk).map { start in
      Chunk(
        images: start..<min(start + Self.imagesPerChunk, images.count),
        limits: rules.map { _ in 0 }
      )
    }
    var left = rules.map { _ in findingsPerRule }
    var chunks: [Chunk] = []
    await mergeInOrder(counted, threads: threads) { chunk in
      Self.findings(of: rules, in: images, chunk)
    } merge: { part in
      chunks.append(Chunk(images: counted[chunks.count].images, limits: left))
      left = zip(left, part).map { max(0, $0 - $1.count) }
    }
    return chunks
  }

  private static func findings(
    of rules: [any DisagreementRule],
    in images: ComparedImages,
    _ chunk: Chunk
  ) -> [FindingCollector] {
    zip(rules, chunk.limits).map { rule, limit in
      var findings = FindingCollector(limit: limit)
      for image in chunk.images { rule.check(images[image], into: &findings) }
      return findings
    }
  }
}
