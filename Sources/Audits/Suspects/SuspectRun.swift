package import Annotations
package import Embeddings
package import Findings

/// Labels ranked by how suspect they are, each with its reasons.
package struct SuspectRun: Sendable {
  package var analysis = SuspectAnalysis.Options()
  /// How many times the usual distance makes an outlier.
  package var outlierRatio: Double = 3
  package var findingsPerRule: Int
  package var threads: Int
  /// Where the image files are that suspects are shown on; `nil` where there are none.
  package var images: ImageSource?
  /// How many pictures the report may hold.
  package var pictures = 200
  /// Labels that are no items because there is no picture of their object.
  package var withoutPicture = 0

  package init(findingsPerRule: Int, threads: Int) {
    self.findingsPerRule = findingsPerRule
    self.threads = threads
  }

  /// A file of vectors or probabilities that was brought to the items.
  package struct Source: Sendable {
    package var name: String
    package var sha256: String

    package init(name: String, sha256: String) {
      self.name = name
      self.sha256 = sha256
    }
  }

  package struct Outcome: Sendable {
    package var report: AuditReport
    package var queue: ReviewQueue
    package var analysis: SuspectAnalysis
  }

  /// Scores, ranks and describes; `verdicts` are what reviewers said of items, by the items' names.
  package func outcome(
    of items: SuspectItems,
    vectors: (table: VectorTable, source: Source)?,
    probabilities: (table: ProbabilityTable, source: Source)?,
    verdicts: [String: ReviewVerdict] = [:]
  ) async -> Outcome {
    let found = await SuspectAnalysis(
      labels: items.labels,
      vectors: vectors?.table,
      probabilities: probabilities?.table,
      options: analysis,
      threads: threads
    )
    let described = SuspectDescriptions(items, found, probabilities?.table)
    let queue = ReviewQueue(items, found, described, verdicts: verdicts)
    var findings = described.findings(limit: findingsPerRule, outlierRatio: outlierRatio)
    if let images {
      findings = await SuspectPictures(items: items, analysis: found, limit: pictures)
        .added(to: findings, from: images, threads: threads)
    }
    let metrics =
      SuspectMetrics.records(items, found) + ReviewMetrics.records(queue)
      + findings.metrics(of: items.count)
    var report = AuditReport(
      tool: .current,
      command: "suspects",
      parameters: parameters(
        vectors: vectors?.source,
        probabilities: probabilities?.source,
        isExact: found.recall == nil
      ),
      inputs: [items.input],
      categories: Array(Set(items.categories)).sorted(),
      excluded: [
        "annotations-left-out": items.leftOut,
        "quarantined": items.input.quarantined,
        "vectors-not-finite": found.defects.notFinite.count,
        "vectors-of-zeros": found.defects.zero.count,
      ],
      metrics: metrics,
      definitions: Definitions.of(metrics),
      findings: findings
    )
    if let images {
      report.parameters["images"] = .text(images.name)
      report.excluded["annotations-without-picture"] = withoutPicture
    }
    return Outcome(report: report, queue: queue, analysis: found)
  }

  private func parameters(
    vectors: Source?,
    probabilities: Source?,
    isExact: Bool
  ) -> [String: AuditReport.ParameterValue] {
    var parameters: [String: AuditReport.ParameterValue] = [
      "findings-per-rule": .number(Double(findingsPerRule)),
      "fuse": .text(analysis.fused.map(\.rawValue).joined(separator: ",")),
    ]
    if let vectors {
      parameters["embeddings"] = .text(vectors.name)
      parameters["embeddings-sha256"] = .text(vectors.sha256)
      parameters["distance"] = .text(analysis.distance.rawValue)
      parameters["k"] = .number(Double(analysis.k))
      parameters["neighbour-search"] = .text(isExact ? "exact" : "approximate (hnswlib)")
      parameters["near-duplicate"] = .number(analysis.nearDuplicateShare)
      parameters["outlier"] = .number(outlierRatio)
    }
    if let probabilities {
      parameters["probabilities"] = .text(probabilities.name)
      parameters["probabilities-sha256"] = .text(probabilities.sha256)
    }
    return parameters
  }
}
