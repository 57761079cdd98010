/// Counts above zero by category, read and written by category.
package struct SortedCounts: Mergeable, Equatable {
  private var counts: [Int32: Int] = [:]

  package init() {}

  package subscript(_ category: Int32) -> Int { counts[category] ?? 0 }

  package var sorted: [(category: Int32, count: Int)] {
    counts.sorted { $0.key < $1.key }.map { (category: $0.key, count: $0.value) }
  }

  /// The sum of all counts.
  package var total: Int { counts.values.reduce(0, +) }

  package mutating func add(_ count: Int, to category: Int32) {
    precondition(count >= 0, "a count is never negative")
    guard count > 0 else { return }
    counts[category, default: 0] += count
  }

  package mutating func merge(_ other: Self) {
    counts.merge(other.counts, uniquingKeysWith: +)
  }
}

/// Written as a list of `[category, count]` by category, so equal counts have equal bytes.
extension SortedCounts: Codable {
  package init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    var total = 0
    while !list.isAtEnd {
      let entry = try list.decode([Int].self)
      guard entry.count == 2, let category = Int32(exactly: entry[0]), 1...(1 << 48) ~= entry[1],
        total < 1 << 53, counts.updateValue(entry[1], forKey: category) == nil
      else {
        throw DecodingError.dataCorruptedError(
          in: list,
          debugDescription: "expected [category, count], each category once, count at least 1"
        )
      }
      total += entry[1]
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    for (category, count) in sorted { try list.encode([Int(category), count]) }
  }
}
