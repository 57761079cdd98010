import Findings
import Statistics

/// Records, with what a bootstrap needs of some of them, as they are added.
///
/// From `ImageBootstrap.minimumImages` images on a number gets an interval.
struct FiguresDraft {
  private var records: [MetricRecord] = []
  private var resampled: [Resampled] = []

  /// Adds records that no bootstrap gives an interval.
  mutating func add(_ records: [MetricRecord]) { self.records += records }

  mutating func add(_ figures: Figures) {
    let start = records.count
    resampled.append(
      Resampled(
        records: figures.resampled.records.map { start + $0 },
        values: figures.resampled.values
      )
    )
    records += figures.records
  }

  /// Adds a record for each column of the means; without rows it is undefined for the reason.
  mutating func add(
    _ ids: [String],
    _ slice: SliceLabel,
    _ means: ImageMeans,
    undefined reason: UndefinedReason = .noMatchedPair
  ) {
    let own = zip(ids, means.means(weights: nil)).map { id, value in
      MetricRecord(id, slice, value.map(Measured.value) ?? .undefined(reason), n: means.n)
    }
    guard means.support >= ImageBootstrap.minimumImages else { return add(own) }
    add(
      Figures(
        own,
        resampled: Resampled(records: Array(ids.indices)) { means.means(weights: $0) }
      )
    )
  }

  /// Adds one number.
  ///
  /// `support`: Images that contribute to it.
  /// `value`: When each image counts as often as the weights say; once where they are `nil`.
  mutating func add(
    _ id: String,
    _ slice: SliceLabel,
    n: Int,
    support: Int,
    value: @escaping @Sendable (_ weights: [Int32]?) -> Measured
  ) {
    let record = MetricRecord(id, slice, value(nil), n: n)
    guard support >= ImageBootstrap.minimumImages else { return add([record]) }
    add(Figures([record], resampled: Resampled(records: [0]) { [value($0).value] }))
  }

  var figures: Figures {
    Figures(
      records,
      resampled: Resampled(records: resampled.flatMap(\.records)) { [resampled] weights in
        resampled.flatMap { $0.values(weights) }
      }
    )
  }
}

extension UndefinedReason {
  static let noMatchedPair = Self("no matched pair of the same category")
}
