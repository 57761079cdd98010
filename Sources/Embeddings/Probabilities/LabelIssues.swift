/// Items whose label a model contradicts, by one of several rules (confident learning).
///
/// Source: as `ConfidentJoint`, section 3.2; ties as in cleanlab 2.9.
package struct LabelIssues: Sendable {
  private let table: ProbabilityTable
  private let given: [Int32]
  package let joint: ConfidentJoint
  private let quality: LabelQuality

  package enum Filter: String, CaseIterable, Sendable {
    /// Cell by cell of the joint: the items of label g with the largest p(t) − p(g).
    case pruneByNoiseRate
    /// Label by label: the items with the lowest p(g).
    case pruneByClass
    /// Both of these.
    case both
    /// Confidently of another label.
    case confidentLearning
    case predictedOther
    /// As many as `offDiagonalCount`, with the lowest self-confidence.
    case lowSelfConfidence
    /// As many as `offDiagonalCount`, with the lowest margin.
    case lowNormalisedMargin
  }

  package init(_ table: ProbabilityTable, labels: [Int32]) {
    self.table = table
    given = labels
    joint = ConfidentJoint(table, labels: labels)
    quality = LabelQuality(table, labels: labels)
  }

  /// Rows, ascending.
  package func rows(_ filter: Filter) -> [Int] {
    switch filter {
    case .pruneByNoiseRate: given.indices.filter { noisy.contains($0) && !isPredicted($0) }
    case .pruneByClass: given.indices.filter { weak.contains($0) && !isPredicted($0) }
    case .both:
      given.indices.filter { noisy.contains($0) && weak.contains($0) && !isPredicted($0) }
    case .confidentLearning: given.indices.filter { isConfidentlyOther($0) && !isPredicted($0) }
    case .predictedOther:
      given.indices.filter { table.prediction($0) != Int(given[$0]) && !isPredicted($0) }
    case .lowSelfConfidence: lowest(quality.selfConfidence)
    case .lowNormalisedMargin: lowest(quality.normalisedMargin)
    }
  }

  /// How many labels are wrong: items confidently of another label.
  package var offDiagonalCount: Int { rows(.confidentLearning).count }

  /// How many labels are wrong, if items that are confidently of none are wrong as often.
  package var calibratedOffDiagonalCount: Int {
    let cells = joint.calibrated
    let diagonal = stride(from: 0, to: cells.count, by: joint.labels + 1)
    return cells.reduce(0, +) - diagonal.reduce(0) { $0 + cells[$1] }
  }

  private func lowest(_ scores: [Double]) -> [Int] {
    scores.indices.sorted { (scores[$0], $0) < (scores[$1], $1) }
      .prefix(offDiagonalCount).sorted()
  }

  private func isConfidentlyOther(_ row: Int) -> Bool {
    joint.confidentLabels[row].map { $0 != given[row] } ?? false
  }

  /// Whether the model prefers the given label, or nearly so.
  private func isPredicted(_ row: Int) -> Bool {
    let label = Int(given[row])
    let own = table[row, label] + 1e-6
    return (0..<table.labels).allSatisfy {
      $0 == label || table[row, $0] < own || (table[row, $0] == own && label < $0)
    }
  }

  // MARK: Pruning

  private var rowsByLabel: [[Int]] {
    var rows = [[Int]](repeating: [], count: table.labels)
    for (row, label) in given.enumerated() { rows[Int(label)].append(row) }
    return rows
  }

  /// How many items of label g (column) are of label t (row), at least one of them of g itself.
  private var pruneCounts: [Int] {
    let (labels, calibrated) = (joint.labels, joint.calibrated)
    var counts = [Int](repeating: 0, count: calibrated.count)
    for g in 0..<labels {
      let diagonal = calibrated[g * labels + g]
      let added = max(diagonal, 1) - diagonal
      let nonZero = (0..<labels).count { calibrated[g * labels + $0] != 0 }
      let share = Double(added) / max(Double(nonZero) - 1, 1)
      for t in 0..<labels {
        counts[t * labels + g] =
          t == g ? max(diagonal, 1) : Int(max(0, Double(calibrated[g * labels + t]) - share))
      }
    }
    return counts
  }

  private var noisy: Set<Int> {
    let (counts, byLabel) = (pruneCounts, rowsByLabel)
    var found: Set<Int> = []
    for g in 0..<table.labels where byLabel[g].count > 1 {
      for t in 0..<table.labels where t != g && counts[t * table.labels + g] > 0 {
        let margins = byLabel[g].map { table[$0, t] - table[$0, g] }
        let cut = margins.sorted(by: >)[min(counts[t * table.labels + g], margins.count) - 1]
        found.formUnion(zip(byLabel[g], margins).filter { $0.1 >= cut }.map(\.0))
      }
    }
    return found
  }

  private var weak: Set<Int> {
    let (counts, byLabel) = (pruneCounts, rowsByLabel)
    var found: Set<Int> = []
    for g in 0..<table.labels where byLabel[g].count > 1 {
      let errors = max(0, byLabel[g].count - counts[g * table.labels + g])
      let cut = byLabel[g].map { table[$0, g] }.sorted()[errors]
      found.formUnion(byLabel[g].filter { table[$0, g] < cut })
    }
    return found
  }
}
