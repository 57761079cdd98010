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
    let own = zip(ids, means.means(in: .none)).map { id, value in
      MetricRecord(id, slice, value.map(Measured.value) ?? .undefined(reason), n: means.n)
    }
    guard means.support >= ImageBootstrap.minimumImages else { return add(own) }
    add(
      Figures(
        own,
        resampled: Resampled(records: Array(ids.indices), values: means.means)
      )
    )
  }

  /// Adds one number.
  ///
  /// `support`: Images that contribute to it.
  /// `values`: One for each resample.
  mutating func add(
    _ id: String,
    _ slice: SliceLabel,
    n: Int,
    support: Int,
    values: @escaping @Sendable (Resamples) -> [Measured]
  ) {
    let record = MetricRecord(id, slice, values(.none)[0], n: n)
    guard support >= ImageBootstrap.minimumImages else { return add([record]) }
    add(Figures([record], resampled: Resampled(records: [0]) { values($0).map(\.value) }))
  }

  var figures: Figures {
    Figures(
      records,
      resampled: Resampled(records: resampled.flatMap(\.records)) { [resampled] resamples in
        resampled.flatMap { $0.values(resamples) }
      }
    )
  }
}

extension UndefinedReason {
  static let noMatchedPair = Self("no matched pair of the same category")
}
