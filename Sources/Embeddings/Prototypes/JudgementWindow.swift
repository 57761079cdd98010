package import Statistics

/// Whether the last judged objects were right: the moving average of the accuracy.
package struct JudgementWindow: Hashable, Codable, Sendable {
  package let size: Int
  /// In order of arrival until full, then a ring that starts at `next`.
  private var judgements: [Bool] = []
  private var next = 0
  private var right = 0

  package init(size: Int) { self.size = size }

  package mutating func add(_ isRight: Bool) {
    if judgements.count < size {
      judgements.append(isRight)
    } else {
      if judgements[next] { right -= 1 }
      judgements[next] = isRight
      next = (next + 1) % size
    }
    if isRight { right += 1 }
  }

  /// Share of right estimates among the last `size` judged ones, or among all while they are fewer.
  package var average: Measured {
    judgements.isEmpty
      ? .undefined(.nothingJudged) : .value(Double(right) / Double(judgements.count))
  }

  var isValid: Bool {
    size >= 1 && judgements.count <= size && (0..<size).contains(next)
      && (judgements.count == size || next == 0) && right == judgements.count(where: { $0 })
  }
}
