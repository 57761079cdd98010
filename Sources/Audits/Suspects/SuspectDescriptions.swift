import Embeddings
import Findings

/// The findings and sentences of an analysis.
struct SuspectDescriptions: Sendable {
  private let items: SuspectItems
  private let analysis: SuspectAnalysis
  private let probabilities: ProbabilityTable?

  init(_ items: SuspectItems, _ analysis: SuspectAnalysis, _ probabilities: ProbabilityTable?) {
    self.items = items
    self.analysis = analysis
    self.probabilities = probabilities
  }

  func findings(limit: Int, outlierRatio: Double) -> AuditReport.FindingSummary {
    var suspects = FindingCollector(limit: limit)
    for (rank, item) in analysis.order.enumerated() where analysis.isSuspect(item) {
      suspects.report { suspect(item, rank: rank + 1) }
    }
    var duplicates = FindingCollector(limit: limit)
    for pair in analysis.nearDuplicates { duplicates.report { duplicate(pair) } }
    return AuditReport.FindingSummary([
      (SuspectRules.suspect, suspects),
      (SuspectRules.nearDuplicate, duplicates),
      (SuspectRules.outlier, outliers(limit: limit, ratio: outlierRatio)),
      (
        SuspectRules.zero,
        defective(SuspectRules.zero, analysis.defects.zero, "its vector is all zeros", limit)
      ),
      (
        SuspectRules.notFinite,
        defective(
          SuspectRules.notFinite,
          analysis.defects.notFinite,
          "its vector holds NaN, infinity or numbers too large for distances",
          limit
        )
      ),
      (SuspectRules.constantColumn, constantColumns(limit: limit)),
    ])
  }

  // MARK: Suspects

  /// The category that most speaks for, what is wrong, and what to do.
  ///
  /// `nil` for an item whose label has more of its neighbours' vote than any other, and that the model
  /// finds the likeliest; not only suspects have a reason.
  func reason(_ item: Int) -> (rival: String, what: String, toDo: String)? {
    let neighbours = neighbourText(item)
    let model = modelText(item)
    let category = items.category(item)
    switch (neighbours, model) {
    case (let neighbours?, let model?):
      let areOne = neighbours.rival == model.rival
      return (
        neighbours.rival, SuspectHints.what(neighbours, model),
        SuspectHints.toDo(category: category, rival: neighbours.rival, isUnanimous: areOne)
      )
    case (let neighbours?, nil):
      return (
        neighbours.rival, SuspectHints.what(neighbours),
        SuspectHints.toDo(
          category: category,
          rival: neighbours.rival,
          isUnanimous: neighbours.rivals * 10 >= neighbours.voters * 9
        )
      )
    case (nil, let model?):
      return (
        model.rival, SuspectHints.what(model),
        SuspectHints.toDo(
          category: category,
          rival: model.rival,
          isUnanimous: model.rivalProbability >= 0.9
        )
      )
    case (nil, nil): return nil
    }
  }

  private func neighbourText(_ item: Int) -> SuspectHints.Neighbours? {
    guard let rival = analysis.rivals[item],
      rival.voteShare > analysis.scores[.neighbourVote]?[item] ?? 0
    else { return nil }
    let neighbours = analysis.neighbours(of: item)
    let nearest = neighbours.first { items.labels[$0.item] == rival.label }
    return SuspectHints.Neighbours(
      category: items.category(item),
      rival: items.categories[Int(rival.label)],
      rivals: rival.count,
      voters: rival.voters,
      nearest: nearest.map { (items.reference($0.item), $0.distance) }
    )
  }

  private func modelText(_ item: Int) -> SuspectHints.Model? {
    guard let probabilities else { return nil }
    let label = analysis.confidentLabels[item] ?? Int32(probabilities.prediction(item))
    guard label != items.labels[item] else { return nil }
    return SuspectHints.Model(
      category: items.category(item),
      rival: items.categories[Int(label)],
      probability: probabilities[item, Int(items.labels[item])],
      rivalProbability: probabilities[item, Int(label)]
    )
  }

  private func suspect(_ item: Int, rank: Int) -> Finding {
    let reason = reason(item)
    var evidence = evidence(item)
    evidence["rank"] = Double(rank)
    return items.finding(
      SuspectRules.suspect,
      item,
      reason?.what ?? "",
      hint: reason?.toDo ?? SuspectRules.suspect.fix,
      evidence: evidence
    )
  }

  /// Every score of an item, by its name.
  private func evidence(_ item: Int) -> [String: Double] {
    var evidence = ["fused": analysis.fused[item]]
    for score in SuspectScore.allCases {
      if let value = analysis.scores[score]?[item] { evidence[score.rawValue] = value }
    }
    return evidence
  }

  // MARK: Others

  private func duplicate(_ pair: SuspectAnalysis.NearDuplicate) -> Finding {
    items.finding(
      SuspectRules.nearDuplicate,
      pair.first,
      SuspectHints.nearDuplicate(
        category: items.category(pair.first),
        other: items.reference(pair.second),
        otherCategory: items.category(pair.second),
        distance: pair.distance
      ),
      hint: SuspectRules.nearDuplicate.fix,
      evidence: ["distance": pair.distance]
    )
  }

  private func outliers(limit: Int, ratio: Double) -> FindingCollector {
    let scores = analysis.scores[.outlier] ?? []
    let found = scores.indices.filter { (scores[$0] ?? 0) >= ratio }
      .sorted { (-(scores[$0] ?? 0), $0) < (-(scores[$1] ?? 0), $1) }
    var findings = FindingCollector(limit: limit)
    for item in found {
      findings.report {
        items.finding(
          SuspectRules.outlier,
          item,
          SuspectHints.outlier(
            category: items.category(item),
            ratio: scores[item] ?? 0,
            nearest: analysis.neighbours(of: item).first.map { items.reference($0.item) }
          ),
          hint: SuspectRules.outlier.fix,
          evidence: evidence(item)
        )
      }
    }
    return findings
  }

  private func defective(
    _ about: RuleAbout,
    _ rows: [Int],
    _ message: String,
    _ limit: Int
  ) -> FindingCollector {
    var findings = FindingCollector(limit: limit)
    for item in rows {
      findings.report { items.finding(about, item, message, hint: about.fix, evidence: [:]) }
    }
    return findings
  }

  private func constantColumns(limit: Int) -> FindingCollector {
    var findings = FindingCollector(limit: limit)
    for column in analysis.defects.constantColumns {
      findings.report {
        Finding(
          rule: SuspectRules.constantColumn.id,
          severity: SuspectRules.constantColumn.severity,
          message: "column \(column + 1) of the vectors is the same in every row",
          hint: SuspectRules.constantColumn.fix,
          evidence: ["column": Double(column + 1)]
        )
      }
    }
    return findings
  }
}
