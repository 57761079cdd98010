import Glibc

/// How much a model's probabilities support the labels that items have; low is suspect.
///
/// Source: C. G. Northcutt, L. Jiang, I. L. Chuang, "Confident learning: estimating uncertainty in
/// dataset labels", 2021; J. Kuan, J. Mueller, "Model-agnostic label quality scoring to detect real-world
/// label errors", 2022.
package struct LabelQuality: Sendable {
  private let table: ProbabilityTable
  private let labels: [Int32]

  /// `labels`: The label that every row has, a column of the table.
  package init(_ table: ProbabilityTable, labels: [Int32]) {
    precondition(labels.count == table.count, "every row has a label")
    precondition(labels.allSatisfy { 0..<table.labels ~= Int($0) }, "labels are columns")
    self.table = table
    self.labels = labels
  }

  /// The probability of the label, in 0...1.
  package var selfConfidence: [Double] { labels.indices.map { table[$0, Int(labels[$0])] } }

  /// (p(label) − the highest other p + 1) / 2, in 0...1; below ½ where the model prefers another.
  package var normalisedMargin: [Double] {
    labels.indices.map { row in
      let label = Int(labels[row])
      let others = (0..<table.labels).filter { $0 != label }.map { table[row, $0] }
      return (table[row, label] - (others.max() ?? 0) + 1) / 2
    }
  }

  /// ln(e + 1) / e with e = normalised entropy / p(label).
  ///
  /// As in cleanlab, 0 for a row without entropy, whatever its label.
  package var confidenceWeightedEntropy: [Double] {
    labels.indices.map { row in
      let weighted = table.normalisedEntropy(row) / max(table[row, Int(labels[row])], 1e-6)
      return log(weighted + 1) / max(weighted, 1e-6)
    }
  }

  /// Mean probability of each label among the items that have it, at least 2·10⁻⁶; 2, which none
  /// reaches, for a label that no item has.
  package var confidentThresholds: [Double] {
    var sums = [Double](repeating: 0, count: table.labels)
    var counts = [Int](repeating: 0, count: table.labels)
    for (row, label) in labels.enumerated() {
      sums[Int(label)] += table[row, Int(label)]
      counts[Int(label)] += 1
    }
    return zip(sums, counts).map { sum, count in count > 0 ? max(sum / Double(count), 2e-6) : 2 }
  }
}
