package import Annotations
package import Statistics

/// The mean vector of every label: its prototype.
package struct CategoryCentres: Sendable {
  package let width: Int
  /// `labels × width`; zeros for a label without a vector.
  package let means: [Double]
  /// By label: the sum of squares of its centre.
  private let squares: [Double]
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
    squares = (0..<labelCount).map { label in
      Self.sum(table.width) { sums[label * table.width + $0] * sums[label * table.width + $0] }
    }
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
    let square = Self.sum(width) { vector[$0] * vector[$0] }
    func away(_ label: Int) -> Double { self.distance(vector, square, label, distance) }
    var nearest: (label: Int32, distance: Double)?
    for label in counts.indices where label != own && counts[label] > 0 {
      let found = away(label)
      if found < nearest?.distance ?? .infinity { nearest = (Int32(label), found) }
    }
    guard let nearest else { return (.undefined(.oneLabel), nil) }
    return (.value(away(own) - nearest.distance), nearest.label)
  }

  /// Only what the distance is made of is summed: with many labels, this is most of the work.
  ///
  /// `square` is the vector's sum of squares.
  private func distance(
    _ vector: [Double],
    _ square: Double,
    _ label: Int,
    _ kind: VectorDistance
  ) -> Double {
    let start = label * width
    switch kind {
    case .l2:
      return Self.sum(width) { column in
        let difference = vector[column] - means[start + column]
        return difference * difference
      }.squareRoot()
    case .cosine:
      let scale = square.squareRoot() * squares[label].squareRoot()
      guard scale > 0 else { return 1 }
      return max(0, 1 - Self.sum(width) { vector[$0] * means[start + $0] } / scale)
    }
  }

  /// Four running sums, which the processor can add side by side; always in this order.
  @inline(__always)
  private static func sum(_ count: Int, _ term: (Int) -> Double) -> Double {
    var sums = (0.0, 0.0, 0.0, 0.0)
    var index = 0
    while index + 4 <= count {
      sums.0 += term(index)
      sums.1 += term(index + 1)
      sums.2 += term(index + 2)
      sums.3 += term(index + 3)
      index += 4
    }
    while index < count {
      sums.0 += term(index)
      index += 1
    }
    return (sums.0 + sums.1) + (sums.2 + sums.3)
  }
}
