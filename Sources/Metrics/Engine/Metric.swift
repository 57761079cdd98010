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

  /// The numbers, each with its interval where one exists, or the reason why there is none.
  func records(from state: State, bootstrap: ImageBootstrap) async -> [MetricRecord]
}

/// A metric of two annotators' matched objects.
package protocol ComparisonMetric: Metric where Input == [ComparedImage] {
  init(_ context: ComparisonContext)
}

/// What a comparison's metrics need to know beside the matched objects.
package struct ComparisonContext: Sendable {
  /// Names by category code.
  package var categories: [String]
  /// The number of compared images.
  package var imageCount: Int

  package init(categories: [String], imageCount: Int) {
    self.categories = categories
    self.imageCount = imageCount
  }

  func slice(_ category: Int32) -> SliceLabel { SliceLabel([.category: categories[Int(category)]]) }
}
