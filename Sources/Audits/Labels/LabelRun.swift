import Annotations
package import Findings
package import Formats
package import Metrics

/// A table of labels or values by several annotators, measured.
package struct LabelRun: Sendable {
  package let findingsPerRule: Int

  package init(findingsPerRule: Int) { self.findingsPerRule = findingsPerRule }

  /// What a report says, and the consensus label of every item (none for measured values).
  package struct Outcome: Sendable {
    package var report: AuditReport
    package var verdicts: [LabelConsensus.Verdict]
  }

  /// Measures a table.
  ///
  /// `name`: Last part of the path that the user named.
  /// `reference`: The true label by item name, where it is known.
  package func outcome(
    of read: LabelFile.Result,
    name: String,
    detected: String,
    reference: [String: String] = [:]
  ) -> Outcome {
    let answers = LabelAnswers(read.table)
    let consensus = answers.isMeasured ? nil : LabelConsensus(answers)
    let verdicts = consensus?.verdicts ?? []
    let metrics =
      (consensus.map {
        LabelAgreement(answers).records + $0.records(reference: reference)
      } ?? ValueAgreement(answers).records) + LabelTimes(answers).records
    let report = AuditReport(
      tool: .current,
      command: "compare",
      parameters: [
        "findings-per-rule": .number(Double(findingsPerRule)),
        "scale": .text(answers.isMeasured ? "interval" : "nominal"),
      ],
      inputs: [
        AuditReport.Input(
          role: "labels",
          name: name,
          format: read.format,
          detected: detected,
          sha256: read.sha256,
          images: answers.items.count,
          annotations: read.table.rows.count,
          categories: answers.isMeasured ? 0 : answers.labels.count,
          quarantined: read.quarantined.count
        )
      ],
      excluded: ["labels-replaced": answers.replaced, "quarantined": read.quarantined.count],
      metrics: metrics,
      definitions: Definitions.of(metrics),
      findings: findings(read, answers, verdicts)
    )
    return Outcome(report: report, verdicts: verdicts)
  }

  private func findings(
    _ read: LabelFile.Result,
    _ answers: LabelAnswers,
    _ verdicts: [LabelConsensus.Verdict]
  ) -> AuditReport.FindingSummary {
    var unusable = FindingCollector(limit: findingsPerRule)
    for record in read.quarantined {
      unusable.report {
        Finding(
          rule: LabelRules.unusable.id,
          severity: LabelRules.unusable.severity,
          place: Place(file: record.file, line: record.line, column: record.column),
          message: record.problem,
          hint: LabelRules.unusable.fix
        )
      }
    }
    var replaced = FindingCollector(limit: findingsPerRule)
    for _ in 0..<answers.replaced {
      replaced.report {
        Finding(
          rule: LabelRules.replaced.id,
          severity: LabelRules.replaced.severity,
          message: LabelRules.replaced.summary,
          hint: LabelRules.replaced.fix
        )
      }
    }
    return AuditReport.FindingSummary([
      (LabelRules.unusable, unusable),
      (
        LabelRules.magnitude,
        answers.isMeasured
          ? LabelRules.magnitudeTypos(answers, limit: findingsPerRule)
          : FindingCollector(limit: findingsPerRule)
      ),
      (LabelRules.replaced, replaced),
      (LabelRules.uncertain, LabelRules.uncertainItems(verdicts, limit: findingsPerRule)),
    ])
  }
}
