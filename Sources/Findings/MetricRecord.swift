/// One number of a report with what is needed to judge it, or the reason why there is none.
package struct MetricRecord: Hashable, Sendable {
  package var id: String
  package var slice: SliceLabel
  package var outcome: Outcome

  package enum Outcome: Hashable, Sendable {
    /// Finite; `n` is what it rests on, in the units that the metric's text names.
    case number(Double, n: Int, interval: Interval?)
    case undefined(String)
  }

  /// A range around a number, and how it was had (`wilson-95`, `bootstrap-image-95`, …).
  package struct Interval: Hashable, Sendable {
    package var low: Double
    package var high: Double
    package var method: String

    package init(low: Double, high: Double, method: String) {
      self.low = low
      self.high = high
      self.method = method
    }
  }

  package init(id: String, slice: SliceLabel, outcome: Outcome) {
    self.id = id
    self.slice = slice
    self.outcome = outcome
  }

  package var value: Double? {
    guard case .number(let value, _, _) = outcome else { return nil }
    return value
  }

  package var n: Int? {
    guard case .number(_, let n, _) = outcome else { return nil }
    return n
  }

  /// Set only on a number; what has no value has no interval.
  package var interval: Interval? {
    get {
      guard case .number(_, _, let interval) = outcome else { return nil }
      return interval
    }
    set {
      guard case .number(let value, let n, _) = outcome else { return }
      outcome = .number(value, n: n, interval: newValue)
    }
  }

  package var undefinedReason: String? {
    guard case .undefined(let reason) = outcome else { return nil }
    return reason
  }
}

extension MetricRecord: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, slice, value, n, low, high, interval, undefined
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    slice = try container.decode(SliceLabel.self, forKey: .slice)
    if let reason = try container.decodeIfPresent(String.self, forKey: .undefined) {
      outcome = .undefined(reason)
      return
    }
    let interval = try container.decodeIfPresent(String.self, forKey: .interval).map {
      Interval(
        low: try container.decode(Double.self, forKey: .low),
        high: try container.decode(Double.self, forKey: .high),
        method: $0
      )
    }
    outcome = .number(
      try container.decode(Double.self, forKey: .value),
      n: try container.decode(Int.self, forKey: .n),
      interval: interval
    )
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(slice, forKey: .slice)
    switch outcome {
    case .undefined(let reason):
      try container.encode(reason, forKey: .undefined)
    case .number(let value, let n, let interval):
      try container.encode(value, forKey: .value)
      try container.encode(n, forKey: .n)
      guard let interval else { return }
      try container.encode(interval.low, forKey: .low)
      try container.encode(interval.high, forKey: .high)
      try container.encode(interval.method, forKey: .interval)
    }
  }
}
