package import Findings
import Annotations
import Formats
package import Metrics

/// One data set, checked by every rule and counted.
package struct AuditRun: Sendable {
  package let rules: RuleSettings
  /// How many findings of each rule a report keeps; all are counted.
  package let findingsPerRule: Int
  package let bootstrap: ImageBootstrap
  /// Where the image files are; `nil` where they are not to be looked at.
  package var images: ImageSource?
  /// How many pictures of findings the report may hold, where image files are looked at.
  package var pictures = 200

  package init(rules: RuleSettings, findingsPerRule: Int, bootstrap: ImageBootstrap) {
    self.rules = rules
    self.findingsPerRule = findingsPerRule
    self.bootstrap = bootstrap
  }

  package func report(on delivery: Delivery) async -> AuditReport {
    let dataset = delivery.result.dataset
    let checked = await RuleRun(
      settings: rules,
      findingsPerRule: findingsPerRule,
      threads: bootstrap.threads
    ).defects(in: delivery.result)
    var findings = checked.findings
    var survey: ImageSurvey?
    if let images {
      let found = await ImageSurvey(dataset, in: images, threads: bootstrap.threads)
      findings = findings.followed(
        by: ImageFileRuleCatalog.findings(in: found, findingsPerRule: findingsPerRule)
      )
      findings = await FindingPictures(
        source: images,
        limit: pictures,
        threads: bootstrap.threads
      ).added(to: findings, of: [dataset])
      survey = found
    }
    let metrics =
      await MetricCatalog.records(of: dataset, bootstrap: bootstrap)
      + [
        DefectRate.record(
          wrong: checked.wrong,
          unusable: delivery.result.quarantined.count,
          of: dataset.annotations.count
        )
      ]
      + findings.metrics(of: dataset.annotations.count)
    var report = AuditReport(
      tool: .current,
      command: "audit",
      parameters: [
        "bounds-tolerance": .number(rules.boundsTolerance),
        "findings-per-rule": .number(Double(findingsPerRule)),
      ],
      inputs: [delivery.input],
      categories: Delivery.categories(of: [delivery]),
      excluded: Self.excluded(of: delivery.result),
      metrics: metrics,
      definitions: Definitions.of(metrics),
      findings: findings
    )
    if let images { report.parameters["images"] = .text(images.name) }
    if let survey { report.excluded["pictures-too-large"] = survey.tooLarge }
    return report
  }

  private static func excluded(of result: ReadResult) -> [String: Int] {
    let dataset = result.dataset
    var counts = [
      "annotations-of-undeclared-images": dataset.strays.count,
      "quarantined": result.quarantined.count,
    ]
    let unread = dataset.annotations.flags.count { $0.contains(.outlineElsewhere) }
    if unread > 0 { counts["masks-in-files-not-read"] = unread }
    return counts
  }
}
