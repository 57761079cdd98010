package import Annotations
import Glibc

/// A model's predicted probability of every label for every item.
package struct ProbabilityTable: Hashable, Sendable {
  package let count: Int
  /// The number of labels, at least 1 where there is a row.
  package let labels: Int
  /// `count × labels`, row by row.
  package let values: [Double]

  package init(labels: Int, values: [Double]) {
    precondition(labels > 0 ? values.count % labels == 0 : values.isEmpty, "values fill whole rows")
    count = labels > 0 ? values.count / labels : 0
    self.labels = labels
    self.values = values
  }

  package init(_ table: VectorTable) {
    let values =
      switch table.values {
      case .single(let values): values.map { Double($0) }
      case .double(let values): values
      }
    self.init(labels: table.width, values: values)
  }

  package subscript(row: Int, label: Int) -> Double { values[row * labels + label] }

  package subscript(row: Int) -> ArraySlice<Double> {
    values[row * labels..<(row + 1) * labels]
  }

  /// The most probable label; the first of equals.
  package func prediction(_ row: Int) -> Int {
    var best = 0
    for label in 1..<max(1, labels) where self[row, label] > self[row, best] { best = label }
    return best
  }

  /// H(p) / ln K of a row, in 0...1; 0 with one label.
  ///
  /// 0 · ln 0 is 0.
  package func normalisedEntropy(_ row: Int) -> Double {
    guard labels > 1 else { return 0 }
    let entropy = self[row].reduce(0) { $0 - ($1 > 0 ? $1 * log($1) : 0) }
    return entropy / log(Double(labels))
  }

  /// The rows less what a model usually gives to each label, so that a label of which it is always
  /// unsure is not suspect for that alone.
  ///
  /// p′ = (p − t + max t), divided by its sum, with t the confident thresholds.
  package func adjusted(by thresholds: [Double]) -> ProbabilityTable {
    precondition(thresholds.count == labels, "every label has a threshold")
    let highest = thresholds.max() ?? 0
    let rows = (0..<count).flatMap { row -> [Double] in
      let shifted = zip(self[row], thresholds).map { $0 - $1 + highest }
      let sum = shifted.reduce(0, +)
      return shifted.map { $0 / sum }
    }
    return ProbabilityTable(labels: labels, values: rows)
  }
}
