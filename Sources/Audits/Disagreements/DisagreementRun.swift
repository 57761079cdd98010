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
    let images = comparison.images
    let starts = Array(stride(from: 0, to: images.count, by: Self.imagesPerChunk))
    var found = rules.map { _ in FindingCollector(limit: findingsPerRule) }
    let step = WorkStep("looking for disagreements", of: images.count, "images")
    await mergeInOrder(starts, threads: threads, as: step) { start in
      rules.map { rule in
        var findings = FindingCollector(limit: findingsPerRule)
        for image in images[start..<min(start + Self.imagesPerChunk, images.count)] {
          rule.check(image, into: &findings)
        }
        return findings
      }
    } merge: { part in
      for (rule, findings) in part.enumerated() { found[rule].merge(findings) }
    }
    return AuditReport.FindingSummary(zip(types.map { $0.about }, found).map { ($0, $1) })
  }
}
