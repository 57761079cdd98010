package import Annotations
import Statistics

/// The labels of a table with dense codes in the order of their names, one answer of each annotator to
/// each item.
package struct LabelAnswers: Sendable {
  package let items: [String]
  package let annotators: [String]
  /// Every label that occurs; numbers by value, else by name.
  package let labels: [String]
  /// By item, then annotator; of an item the rows that count.
  package let byItem: [[Answer]]
  package let isMeasured: Bool
  /// Answers that a later one of the same annotator to the same item replaced.
  package let replaced: Int

  package struct Answer: Hashable, Sendable {
    package var annotator: Int
    package var label: Int
    package var value: Double
    package var seconds: Double?
  }

  package init(_ table: LabelTable) {
    let order = (
      items: Self.sorted(table.items), annotators: Self.sorted(table.annotators),
      labels: Self.sorted(table.labels)
    )
    items = order.items.map { table.items[$0] }
    annotators = order.annotators.map { table.annotators[$0] }
    labels = order.labels.map { table.labels[$0] }
    let annotatorRanks = Self.ranks(order.annotators)
    let labelRanks = Self.ranks(order.labels)
    let answers = table.answers
    byItem = order.items.map { item in
      answers.byItem[item].map { row in
        Answer(
          annotator: annotatorRanks[Int(row.annotator)],
          label: labelRanks[Int(row.label)],
          value: row.value,
          seconds: row.seconds
        )
      }.sorted { $0.annotator < $1.annotator }
    }
    isMeasured = table.isMeasured
    replaced = answers.replaced
  }

  /// The number of answers.
  package var count: Int { byItem.reduce(0) { $0 + $1.count } }

  /// Every two annotators who have items in common, with their labels of each, by item.
  var pairs: [(a: Int, b: Int, answers: [(a: Answer, b: Answer)])] {
    var found: [Int: [(a: Answer, b: Answer)]] = [:]
    for answers in byItem {
      for (position, first) in answers.enumerated() {
        for second in answers[(position + 1)...] {
          found[first.annotator * annotators.count + second.annotator, default: []]
            .append((first, second))
        }
      }
    }
    return found.sorted { $0.key < $1.key }.map { key, answers in
      (key / annotators.count, key % annotators.count, answers)
    }
  }

  /// As the models of crowds take them.
  var crowd: CrowdAnswers {
    CrowdAnswers(
      units: items.count,
      annotators: annotators.count,
      categories: labels.count,
      answers: byItem.enumerated().flatMap { item, answers in
        answers.map {
          CrowdAnswers.Answer(unit: item, annotator: $0.annotator, category: $0.label)
        }
      }
    )
  }

  /// Positions in the order of the names: by value where all are numbers.
  private static func sorted(_ names: [String]) -> [Int] {
    let values = names.map(Double.init)
    if values.allSatisfy({ $0 != nil }) {
      return names.indices.sorted {
        (values[$0] ?? 0, names[$0]) < (values[$1] ?? 0, names[$1])
      }
    }
    return names.indices.sorted { names[$0] < names[$1] }
  }

  private static func ranks(_ order: [Int]) -> [Int] {
    var ranks = [Int](repeating: 0, count: order.count)
    for (rank, position) in order.enumerated() { ranks[position] = rank }
    return ranks
  }
}
