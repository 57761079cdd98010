package import Statistics

/// How far every vector is from its neighbours, measured by what is usual for its label.
///
/// Mean distance of the k nearest over the median of it among all vectors of the label; 1 is usual.
/// Undefined where that median is 0.
package func categoryOutliers(_ graph: NeighbourGraph, labels: [Int32]) -> [Measured] {
  let means = (0..<graph.count).map(graph.meanDistance)
  let medians = Dictionary(grouping: 0..<graph.count) { labels[$0] }
    .mapValues { rows in median(ofSorted: rows.map { means[$0] }.sorted()).value ?? 0 }
  return (0..<graph.count).map { row in
    let middle = medians[labels[row]] ?? 0
    return middle > 0 ? .value(means[row] / middle) : .undefined(.noDistance)
  }
}

extension UndefinedReason {
  package static let noDistance = Self("half of the category's vectors equal their neighbours")
  package static let oneLabel = Self("there is only one category")
  package static let aloneInCategory = Self("it is the only vector of its category")
}
