package import Findings
import Statistics

extension MetricRecord {
  /// A record of a number or the reason why there is none.
  init(
    _ id: String,
    _ slice: SliceLabel,
    _ measured: Measured,
    n: Int,
    interval: Interval? = nil
  ) {
    switch measured {
    case .value(let value):
      self.init(id: id, slice: slice, outcome: .number(value, n: n, interval: interval))
    case .undefined(let reason):
      self.init(id: id, slice: slice, outcome: .undefined(reason.description))
    }
  }

  /// A record of a plain count out of `n`.
  init(_ id: String, _ slice: SliceLabel, count: Int, of n: Int) {
    self.init(id: id, slice: slice, outcome: .number(Double(count), n: n, interval: nil))
  }

  /// A record of a share with its Wilson interval.
  package init(
    _ id: String,
    _ slice: SliceLabel,
    share: Int,
    of n: Int,
    undefined reason: String
  ) {
    guard let range = wilsonInterval(successes: share, trials: n) else {
      self.init(id: id, slice: slice, outcome: .undefined(reason))
      return
    }
    self.init(
      id: id,
      slice: slice,
      outcome: .number(
        Double(share) / Double(n),
        n: n,
        interval: Interval(low: range.low, high: range.high, method: "wilson-95")
      )
    )
  }
}
