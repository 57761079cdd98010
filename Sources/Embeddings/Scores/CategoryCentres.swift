package import Annotations
package import Statistics

/// The mean vector of every label: its prototype.
package struct CategoryCentres: Sendable {
  package let width: Int
  /// `labels × width`; zeros for a label without a vector.
  package let means: [Double]
  /// By label: how many vectors it has.
  package let counts: [Int]

  /// `labels`: One dense code, at least 0, a row.
  package init(_ table: VectorTable, labels: [Int32]) {
    precondition(labels.count == table.count, "every vector has a label")
    let labelCount = Int(labels.max() ?? -1) + 1
    var sums = [Double](repeating: 0, count: labelCount * table.width)
    var counts = [Int](repeating: 0, count: labelCount)
    for row in 0..<table.count {
      let start = Int(labels[row]) * table.width
      counts[Int(labels[row])] += 1
      for column in 0..<table.width { sums[start + column] += table[row, column] }
    }
    for label in 0..<labelCount where counts[label] > 0 {
      for place in label * table.width..<(label + 1) * table.width {
        sums[place] /= Double(counts[label])
      }
    }
    width = table.width
    means = sums
    self.counts = counts
  }

  /// The centre of a label.
  package subscript(label: Int) -> ArraySlice<Double> { means[label * width..<(label + 1) * width] }

  /// d(own centre) − d(nearest other centre) and the label of that one, for every row; above 0 where
  /// another label's centre is nearer.
  ///
  /// Undefined where there is no other label.
  package func margins(
    _ table: VectorTable,
    labels: [Int32],
    distance: VectorDistance,
    threads: Int
  ) async -> [(margin: Measured, nearest: Int32?)] {
    let chunks = stride(from: 0, to: table.count, by: 1024).map {
      $0..<min($0 + 1024, table.count)
    }
    return await inOrder(chunks, threads: threads) { rows in
      rows.map { margin(table.row($0), own: Int(labels[$0]), distance) }
    }.flatMap { $0 }
  }

  private func margin(
    _ vector: [Double],
    own: Int,
    _ distance: VectorDistance
  ) -> (margin: Measured, nearest: Int32?) {
    var nearest: (label: Int32, distance: Double)?
    for label in counts.indices where label != own && counts[label] > 0 {
      let found = Self.distance(vector, self[label], distance)
      if found < nearest?.distance ?? .infinity { nearest = (Int32(label), found) }
    }
    guard let nearest else { return (.undefined(.oneLabel), nil) }
    return (
      .value(Self.distance(vector, self[own], distance) - nearest.distance), nearest.label
    )
  }

  private static func distance(
    _ a: [Double],
    _ b: ArraySlice<Double>,
    _ kind: VectorDistance
  ) -> Double {
    var (product, squareA, squareB, difference) = (0.0, 0.0, 0.0, 0.0)
    for (x, y) in zip(a, b) {
      product += x * y
      squareA += x * x
      squareB += y * y
      difference += (x - y) * (x - y)
    }
    switch kind {
    case .l2: return difference.squareRoot()
    case .cosine:
      let scale = squareA.squareRoot() * squareB.squareRoot()
      return scale > 0 ? max(0, 1 - product / scale) : 1
    }
  }
}
