/// One number over the runs of a group, the oldest first.
package struct Trend: Hashable, Sendable {
  package var metric: String
  package var slice: SliceLabel
  /// Of complete runs only.
  package var points: [Point]
  /// Targets that the policy of the last run set for it.
  package var targets: [Double]

  package init(metric: String, slice: SliceLabel, points: [Point], targets: [Double]) {
    self.metric = metric
    self.slice = slice
    self.points = points
    self.targets = targets
  }

  package struct Point: Hashable, Sendable {
    package var run: Int
    package var recorded: String
    package var isAccepted: Bool
    package var isRejected: Bool
    /// The number, or the reason why the run has none.
    package var outcome: MetricRecord.Outcome
    package var judgement: Judgement

    package init(
      run: Int,
      recorded: String,
      isAccepted: Bool,
      isRejected: Bool,
      outcome: MetricRecord.Outcome,
      judgement: Judgement
    ) {
      self.run = run
      self.recorded = recorded
      self.isAccepted = isAccepted
      self.isRejected = isRejected
      self.outcome = outcome
      self.judgement = judgement
    }

    package var value: Double? {
      guard case .number(let value, _, _) = outcome else { return nil }
      return value
    }

    package var interval: MetricRecord.Interval? {
      guard case .number(_, _, let interval) = outcome else { return nil }
      return interval
    }
  }

  /// What a number is beside those of the accepted runs before it.
  package enum Judgement: Hashable, Sendable {
    /// Says why.
    case notJudged(String)
    case usual(Standing)
    /// Worse than the accepted runs explain.
    case drop(Standing)
  }

  /// Where a number stands in its window.
  package struct Standing: Hashable, Sendable {
    /// Median of the window.
    package var median: Double
    /// Robust z, below 0 for worse; `nil` where nothing in the window varies.
    package var z: Double?
    /// How many runs the window has.
    package var window: Int

    package init(median: Double, z: Double?, window: Int) {
      self.median = median
      self.z = z
      self.window = window
    }
  }
}
