import Annotations
package import Findings
package import Statistics

/// A family of numbers that are had from the same sums.
///
/// The definition holds parameters, the state holds sums: states of parts of the data merge into the
/// state of the whole, whatever the cut and the order.
package protocol Metric: Sendable {
  /// What one update sees: whole images.
  associatedtype Input: Sendable
  associatedtype State: Mergeable & Codable & Equatable

  static var about: MetricAbout { get }

  func initial() -> State
  func update(_ state: inout State, with input: Input)

  /// The numbers, or the reasons why there are none.
  func figures(from state: State) -> Figures
}

/// A metric of two annotators' matched objects.
package protocol ComparisonMetric: Metric where Input == ComparedImages {
  init(_ context: ComparisonContext)
}

/// What a comparison's metrics need to know beside the matched objects.
package struct ComparisonContext: Sendable {
  package let pairing: DatasetPairing
  /// What the records are about; `.overall` for all objects.
  package let part: SliceLabel
  /// What is said of attributes, by name.
  let scales: [String: DeclaredScale]
  /// Whether resamples are drawn: without them a metric need not lay out what they are drawn from.
  let isResampled: Bool

  package init(
    _ pairing: DatasetPairing,
    part: ComparisonPart,
    scales: [String: DeclaredScale] = [:],
    isResampled: Bool = true
  ) {
    self.pairing = pairing
    self.part = part.label
    self.scales = scales
    self.isResampled = isResampled
  }

  /// Whether the records are about all objects.
  ///
  /// Of a part only the numbers that a reader compares between parts are given.
  var isWhole: Bool { part == .overall }

  /// Names by category code.
  var categories: [String] { pairing.categories }

  func slice(_ category: Int32) -> SliceLabel { part.with(.category, categories[Int(category)]) }

  func slice(of side: Side) -> SliceLabel { part.with(.annotator, side.rawValue) }
}

extension Metric {
  /// The state of all parts together, whatever the number of threads.
  func state<Part: Sendable>(
    of parts: [Part],
    threads: Int,
    input: @escaping @Sendable (Part) -> Input
  ) async -> State {
    var state = initial()
    await mergeInOrder(parts, threads: threads) { part in
      var own = initial()
      update(&own, with: input(part))
      return own
    } merge: {
      state.merge($0)
    }
    return state
  }
}
