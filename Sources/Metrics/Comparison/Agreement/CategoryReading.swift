import Findings
import Statistics

/// Numbers that follow from how often each category met each other one.
protocol CategoryReading: Sendable {
  static var about: MetricAbout { get }

  init(_ context: ComparisonContext)

  /// Numbers that get an interval by bootstrap over images.
  func resampled(_ counts: AgreementCounts) -> [CellStatistic]

  /// Numbers that are exact counts, or bring an interval of their own.
  func plain(_ counts: AgreementCounts) -> [MetricRecord]
}

extension CategoryReading {
  func resampled(_ counts: AgreementCounts) -> [CellStatistic] { [] }
  func plain(_ counts: AgreementCounts) -> [MetricRecord] { [] }
}

/// One number that is a function of category sums.
struct CellStatistic: Sendable {
  var id: String
  var slice: SliceLabel
  /// What the number rests on, in the units of its text.
  var n: Int
  /// Images that have objects of it.
  var support: Int
  var value: @Sendable (_ sums: CellSums, _ resample: Int) -> Measured
}
