import Annotations
package import Findings
package import Formats

/// All rules of the catalog over one or more data sets.
package struct RuleRun: Sendable {
  package let settings: RuleSettings
  /// How many findings of each rule are kept; all are counted.
  package let findingsPerRule: Int
  package let threads: Int

  package init(settings: RuleSettings, findingsPerRule: Int, threads: Int) {
    self.settings = settings
    self.findingsPerRule = findingsPerRule
    self.threads = threads
  }

  /// The findings in all of the data sets, by rule in the order of the catalog, then by data set,
  /// image and annotation.
  package func findings(in results: [ReadResult]) async -> AuditReport.FindingSummary {
    var collectors = RuleCatalog.all.map { _ in FindingCollector(limit: findingsPerRule) }
    for result in results {
      for (index, found) in await check(result).enumerated() { collectors[index].merge(found) }
    }
    return AuditReport.FindingSummary(
      total: collectors.reduce(0) { $0 + $1.count },
      rules: zip(RuleCatalog.abouts, collectors).map { about, found in
        .init(id: about.id, severity: about.severity, summary: about.summary, count: found.count)
      },
      items: collectors.flatMap(\.items)
    )
  }

  /// One collector for each rule of the catalog.
  private func check(_ result: ReadResult) async -> [FindingCollector] {
    let rules = RuleCatalog.all.map { $0.init(settings) }
    let parts = await inOrder(result.dataset.slices, threads: threads) { slice in
      rules.map { rule in
        var found = FindingCollector(limit: findingsPerRule)
        (rule as? any ImageRule)?.check(slice, into: &found)
        return found
      }
    }
    return rules.enumerated().map { index, rule in
      var found = FindingCollector(limit: findingsPerRule)
      (rule as? any ReadingRule)?.check(result.quarantined, into: &found)
      (rule as? any DatasetRule)?.check(result.dataset, into: &found)
      for part in parts { found.merge(part[index]) }
      return found
    }
  }
}
