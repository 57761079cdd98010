/// Ratings of units by any number of annotators, missing ones left out: how often each pattern of
/// category counts occurred.
///
/// Who rated what is not kept. Memory grows with the distinct patterns, not with the units.
package struct RatingPatterns: Mergeable, Equatable {
  /// Number of declared categories; codes are `0..<categories`.
  package let categories: Int
  private var units: [[Int]: Int] = [:]

  package init(categories: Int) { self.categories = categories }

  /// One unit; without a rating it adds nothing.
  package mutating func addUnit(_ values: [Int32]) {
    var counts = [Int](repeating: 0, count: categories)
    for value in values {
      precondition(0..<Int32(categories) ~= value, "a code is that of a declared category")
      counts[Int(value)] += 1
    }
    add(counts, units: 1)
  }

  /// Units that all have these counts per category.
  package mutating func add(_ counts: [Int], units: Int) {
    precondition(counts.count == categories, "one count per declared category")
    precondition(units >= 0 && counts.allSatisfy { $0 >= 0 }, "counts are never negative")
    guard units > 0, counts.contains(where: { $0 > 0 }) else { return }
    self.units[counts, default: 0] += units
  }

  /// The units that two annotators rated.
  package init(_ table: ContingencyTable, categories: Int) {
    self.init(categories: categories)
    for (cell, count) in table.sortedCells {
      var counts = [Int](repeating: 0, count: categories)
      counts[Int(cell.row)] += 1
      counts[Int(cell.column)] += 1
      add(counts, units: count)
    }
  }

  package mutating func merge(_ other: Self) {
    precondition(categories == other.categories, "states of equal definition merge")
    units.merge(other.units, uniquingKeysWith: +)
  }

  /// In lexicographic order: the only order in which sums over patterns are taken.
  var sorted: [(counts: [Int], units: Int)] {
    units.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { (counts: $0.key, units: $0.value) }
  }
}

/// Written as the categories and a list of `[units, count, count, …]`, sorted.
extension RatingPatterns: Codable {
  private enum CodingKeys: String, CodingKey {
    case categories
    case patterns
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    categories = try container.decode(Int.self, forKey: .categories)
    for row in try container.decode([[Int]].self, forKey: .patterns) {
      let counts = Array(row.dropFirst())
      guard row.allSatisfy({ 0...(1 << 48) ~= $0 }), let number = row.first, number > 0,
        counts.count == categories, counts.contains(where: { $0 > 0 }),
        units.updateValue(number, forKey: counts) == nil
      else {
        throw DecodingError.dataCorruptedError(
          forKey: .patterns,
          in: container,
          debugDescription: "expected units and a count per category, each pattern once"
        )
      }
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(categories, forKey: .categories)
    try container.encode(sorted.map { [$0.units] + $0.counts }, forKey: .patterns)
  }
}
