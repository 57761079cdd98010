/// The prototypes: the mean of the vectors that each of them was given.
///
/// Vectors lie one after another, so that a search runs over one array. O(prototypes · dimension).
package struct PrototypeMemory: Hashable, Codable, Sendable {
  package let dimension: Int
  /// Whose prototype it is: the number of a category, counted from 1, or 0 for one that nobody named yet.
  package private(set) var owners: [Int] = []
  /// How many vectors each one is the mean of.
  package private(set) var counts: [Int] = []
  private var values: [Double] = []

  package init(dimension: Int) { self.dimension = dimension }

  package var count: Int { owners.count }

  package func vector(_ index: Int) -> ArraySlice<Double> {
    values[index * dimension..<(index + 1) * dimension]
  }

  package func index(ofOwner owner: Int) -> Int? { owners.firstIndex(of: owner) }

  /// The prototype nearest to a vector, the oldest of equals, or `nil` where there is none.
  ///
  /// - Complexity: O(prototypes · dimension).
  func nearest(
    to vector: [Double],
    _ distance: PrototypeDistance
  ) -> (index: Int, distance: Double)? {
    var best: (index: Int, distance: Double)?
    for index in 0..<count {
      let candidate = distance(self.vector(index), vector[...])
      if candidate < best?.distance ?? .infinity { best = (index, candidate) }
    }
    return best
  }

  /// A prototype of one vector, in place of any that the owner has; 0 always makes another one.
  mutating func set(owner: Int, to vector: [Double]) {
    guard owner != 0, let index = index(ofOwner: owner) else {
      owners.append(owner)
      counts.append(1)
      values += vector
      return
    }
    counts[index] = 1
    values.replaceSubrange(index * dimension..<(index + 1) * dimension, with: vector)
  }

  /// n ← n + 1; y ← ((n − 1)/n)·y + z/n.
  mutating func add(_ vector: [Double], to index: Int) {
    counts[index] += 1
    let n = Double(counts[index])
    for axis in 0..<dimension {
      let place = index * dimension + axis
      values[place] = (n - 1) / n * values[place] + vector[axis] / n
    }
  }

  /// Names a prototype that had no owner.
  mutating func name(_ index: Int, owner: Int) { owners[index] = owner }

  /// Gives all vectors of one prototype to another: the mean of both, weighted by their counts.
  mutating func merge(_ source: Int, into target: Int) {
    let (given, held) = (Double(counts[source]), Double(counts[target]))
    for axis in 0..<dimension {
      let place = target * dimension + axis
      let sum = held * values[place] + given * values[source * dimension + axis]
      values[place] = sum / (held + given)
    }
    counts[target] += counts[source]
    owners.remove(at: source)
    counts.remove(at: source)
    values.removeSubrange(source * dimension..<(source + 1) * dimension)
  }

  /// Whether a vector may have this value: its square, and sums of such, must stay finite.
  static func holds(_ value: Double) -> Bool {
    abs(value) <= Double(Float.greatestFiniteMagnitude)
  }

  /// What is wrong with a memory that was read from a file, or `nil`.
  func problem(categories: Int) -> String? {
    guard dimension >= 1 else { return "the dimension is below 1" }
    let (size, overflows) = owners.count.multipliedReportingOverflow(by: dimension)
    guard !overflows, counts.count == owners.count, values.count == size else {
      return "owners, counts and values of the prototypes do not fit together"
    }
    guard values.allSatisfy(Self.holds) else {
      return "a prototype holds a value that no mean of vectors has"
    }
    guard counts.allSatisfy({ (1...Self.largestCount).contains($0) }) else {
      return "a prototype is the mean of no vector"
    }
    guard owners.allSatisfy({ (0...categories).contains($0) }) else {
      return "a prototype belongs to a category that does not exist"
    }
    let named = owners.filter { $0 != 0 }
    return Set(named).count == named.count ? nil : "a category has two prototypes"
  }

  /// Sums of counts below this stay within an integer.
  private static let largestCount = 1 << 48
}
