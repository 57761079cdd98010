import Statistics

/// In which order the objects of a stream come.
package enum StreamOrder: String, CaseIterable, Sendable {
  /// As they stand in the file.
  case given
  /// Shuffled: every object is as likely at every place (independent, identically distributed).
  case iid
  /// Domain after domain, in order of the domains' first object; as given within each.
  case domain

  /// The order as indices.
  ///
  /// - Parameters:
  ///   - domains: Domain of every object.
  ///   - seed: Of the shuffle.
  /// - Returns: The index of every object, once.
  package func indices(_ domains: LabelColumn, seed: UInt64) -> [Int] {
    let given = Array(0..<domains.count)
    switch self {
    case .given: return given
    case .iid:
      var (generator, shuffled) = (SeededGenerator(seed: seed), given)
      for last in shuffled.indices.reversed() where last > 0 {
        shuffled.swapAt(last, generator.index(below: last + 1))
      }
      return shuffled
    case .domain:
      return given.sorted { (domains.codes[$0], $0) < (domains.codes[$1], $1) }
    }
  }
}
