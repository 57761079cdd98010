import Annotations
package import Findings
import Statistics

/// How many objects both annotators missed, by capture and recapture.
package struct UnseenObjects: ComparisonMetric {
  package static let about = MetricAbout(
    id: "unseen-objects",
    version: 1,
    outputs: [
      .init(
        id: "unseen-estimate",
        summary: "objects that neither side has, a lower bound where both overlook the same things",
        unit: "objects",
        formula: """
          Σ N̂ − union over strata of category × size × complexity with m ≥ 7; \
          N̂ = (n_A + 1)(n_B + 1)/(m + 1) − 1; n = union of these strata
          """
      ),
      .init(
        id: "population-estimate",
        summary: "objects there are, whether anybody drew them or not, without regard to strata",
        unit: "objects",
        formula: "N̂ = (n_A + 1)(n_B + 1)/(m + 1) − 1; n = union"
      ),
    ],
    source: "D. G. Chapman, 1951; G. A. F. Seber, 1970, for the variance"
  )

  struct Stratum: Hashable, Comparable, Codable, Sendable {
    var category: Int32
    var size: String
    var complexity: String

    static func < (lhs: Stratum, rhs: Stratum) -> Bool {
      (lhs.category, lhs.size, lhs.complexity) < (rhs.category, rhs.size, rhs.complexity)
    }
  }

  struct Catch: Mergeable, Codable, Equatable {
    var matched = 0
    var only = Sides(a: 0, b: 0)

    mutating func merge(_ other: Catch) {
      matched += other.matched
      only.a += other.only.a
      only.b += other.only.b
    }

    var union: Int { matched + only.a + only.b }

    private var marked: (a: Double, b: Double, both: Double) {
      (Double(matched + only.a), Double(matched + only.b), Double(matched))
    }

    /// Chapman's estimate of how many there are.
    var population: Double {
      (marked.a + 1) * (marked.b + 1) / (marked.both + 1) - 1
    }

    /// Seber's variance of it.
    var variance: Double {
      let (a, b, m) = marked
      return (a + 1) * (b + 1) * (a - m) * (b - m) / ((m + 1) * (m + 1) * (m + 2))
    }
  }

  package struct State: Mergeable, Codable, Equatable {
    var strata: [Stratum: Catch] = [:]

    package mutating func merge(_ other: State) {
      for (stratum, found) in other.strata { strata[stratum, default: Catch()].merge(found) }
    }
  }

  /// Matched pairs below which a stratum says too little.
  private static let minimumMatched = 7

  private let context: ComparisonContext
  private let size: ObjectSize

  package init(_ context: ComparisonContext) {
    self.context = context
    size = ObjectSize(context.pairing)
  }

  package func initial() -> State { State() }

  /// A pair of two categories counts under the first of them by name.
  package func update(_ state: inout State, with images: ComparedImages) {
    var strata = StratumTable(categories: context.categories.count)
    for image in images.indices {
      strata.complexity = Complexity.code(objects: images.unionCount(of: image))
      for pair in images.pairs[images.pairs(of: image)] {
        let category = min(pair.categories.a, pair.categories.b)
        strata[category, size.code(of: pair)].matched += 1
      }
      for side in Side.allCases {
        for object in images.unmatched[side][images.unmatched(of: image, on: side)] {
          strata[object.category, size.code(of: object, side: side)].only[side] += 1
        }
      }
    }
    state.merge(State(strata: strata.used))
  }

  /// What was caught in every stratum there can be.
  private struct StratumTable {
    /// Of the images that are counted: position in `Complexity.values`.
    var complexity = 0
    private var catches: [Catch]

    private static let sizes = ObjectSize.values.count
    private static let complexities = Complexity.values.count

    init(categories: Int) {
      catches = Array(repeating: Catch(), count: categories * Self.sizes * Self.complexities)
    }

    /// `size`: Position in `ObjectSize.values`.
    subscript(category: Int32, size: Int) -> Catch {
      get { catches[position(category, size)] }
      set { catches[position(category, size)] = newValue }
    }

    private func position(_ category: Int32, _ size: Int) -> Int {
      (Int(category) * Self.sizes + size) * Self.complexities + complexity
    }

    /// The strata that have objects.
    var used: [Stratum: Catch] {
      let found = catches.indices.filter { catches[$0].union > 0 }.map { position in
        let size = position / Self.complexities % Self.sizes
        return (
          Stratum(
            category: Int32(position / Self.complexities / Self.sizes),
            size: ObjectSize.values[size],
            complexity: Complexity.values[position % Self.complexities]
          ),
          catches[position]
        )
      }
      return Dictionary(uniqueKeysWithValues: found)
    }
  }

  package func figures(from state: State) -> Figures {
    let strata = state.strata.sorted { $0.key < $1.key }.map(\.value)
    var pooled = Catch()
    for stratum in strata { pooled.merge(stratum) }
    let judged = strata.filter { $0.matched >= Self.minimumMatched }
    return Figures([
      record("unseen-estimate", judged) { $0.population - Double($0.union) },
      record("population-estimate", [pooled].filter { $0.matched >= Self.minimumMatched }) {
        $0.population
      },
    ])
  }

  private func record(
    _ id: String,
    _ strata: [Catch],
    value: (Catch) -> Double
  ) -> MetricRecord {
    guard !strata.isEmpty else {
      return MetricRecord(
        id: id,
        slice: context.part,
        outcome: .undefined("no stratum has \(Self.minimumMatched) matched pairs")
      )
    }
    let estimate = strata.reduce(0) { $0 + value($1) }
    let error = strata.reduce(0) { $0 + $1.variance }.squareRoot()
    let range = normalInterval95(.value(estimate), standardError: .value(error))
    return MetricRecord(
      id,
      context.part,
      .value(estimate),
      n: strata.reduce(0) { $0 + $1.union },
      interval: range.map {
        .init(low: max(0, $0.low), high: $0.high, method: "chapman-seber-95")
      }
    )
  }
}
