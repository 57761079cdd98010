/// How alike the shapes of those who drew an object are, two by two.
package struct MemberSimilarities: Hashable, Sendable {
  /// Those who drew it, ascending.
  private let annotators: [Int]
  /// Of the first and the second, the first and the third, …, the second and the third, ….
  private let values: [Double]

  /// - Complexity: O(annotators²).
  init(_ annotators: [Int], similarity: (Int, Int) -> Double) {
    self.annotators = annotators
    values = annotators.indices.flatMap { first in
      annotators[(first + 1)...].map { similarity(annotators[first], $0) }
    }
  }

  /// Of two annotators, the first before the second.
  package struct Pair: Hashable, Sendable {
    package var first: Int
    package var second: Int
    package var similarity: Double
  }

  /// Every two of them.
  package var pairs: [Pair] {
    var pairs: [Pair] = []
    pairs.reserveCapacity(values.count)
    for (position, first) in annotators.enumerated() {
      for second in annotators[(position + 1)...] {
        pairs.append(Pair(first: first, second: second, similarity: values[pairs.count]))
      }
    }
    return pairs
  }

  /// The smallest; `nil` where fewer than two drew it.
  package var lowest: Double? { values.min() }
}
