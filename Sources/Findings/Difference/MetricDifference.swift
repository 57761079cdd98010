/// One number in two reports.
package struct MetricDifference: Hashable, Sendable {
  package var id: String
  package var slice: SliceLabel
  /// `nil` where the report does not have the record.
  package var before: MetricRecord.Outcome?
  package var after: MetricRecord.Outcome?

  package init(
    id: String,
    slice: SliceLabel,
    before: MetricRecord.Outcome?,
    after: MetricRecord.Outcome?
  ) {
    self.id = id
    self.slice = slice
    self.before = before
    self.after = after
  }

  /// The later number less the earlier; `nil` where one of them is missing.
  package var change: Double? {
    guard case .number(let old, _, _) = before, case .number(let new, _, _) = after else {
      return nil
    }
    return new - old
  }

  /// The interval of the change, of two independent numbers with intervals of 95 % of their own.
  ///
  /// With d = b − a: d − √((b − lowᵦ)² + (highₐ − a)²) … d + √((highᵦ − b)² + (a − lowₐ)²).
  ///
  /// Source: G. Zou and A. Donner, "Construction of confidence limits about effect measures: a general
  /// approach", Statistics in Medicine 27, 2008 (MOVER).
  package var interval: MetricRecord.Interval? {
    guard case .number(let a, _, let first?) = before, case .number(let b, _, let second?) = after,
      first.method.hasSuffix("-95"), second.method.hasSuffix("-95")
    else { return nil }
    // A percentile interval need not hold its number; a distance is never below 0.
    func length(_ x: Double, _ y: Double) -> Double {
      let (x, y) = (max(0, x), max(0, y))
      return (x * x + y * y).squareRoot()
    }
    return MetricRecord.Interval(
      low: b - a - length(b - second.low, first.high - a),
      high: b - a + length(second.high - b, a - first.low),
      method: "mover-95"
    )
  }

  /// Whether the numbers differ by more than their intervals explain.
  package var isClear: Bool {
    interval.map { $0.low > 0 || $0.high < 0 } ?? false
  }

  /// Whether both reports say the same; what the number rests on, n and interval, may differ.
  package var isUnchanged: Bool {
    switch (before, after) {
    case (.number(let old, _, _), .number(let new, _, _)): old == new
    case (.undefined, .undefined), (nil, nil): true
    default: false
    }
  }
}
