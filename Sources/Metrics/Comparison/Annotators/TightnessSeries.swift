import Findings
import Statistics

/// An annotator's tightness from object to object, in the order in which they were made.
struct TightnessSeries {
  private let values: [Double]
  /// The moments of one stretch after the other.
  private let windows: [Moments]
  /// Objects of a window; the last one may have fewer.
  private let length: Int

  /// `values`: ½·ln(area / reference area) of each object.
  init(_ values: [Double]) {
    let length = max(
      Self.windowLength,
      (values.count + Self.mostWindows - 1) / Self.mostWindows
    )
    self.values = values
    self.length = length
    windows = stride(from: 0, to: values.count, by: length).map { start in
      Moments(values[start..<min(start + length, values.count)])
    }
  }

  static let outputs: [MetricAbout.Output] = [
    .init(
      id: "tightness-drift",
      summary:
        "how far the annotator's tightness wanders from object to object; above 1.36 is no chance",
      unit: "",
      formula:
        "max |Σ (t − mean)| / (SD·√n) in the order of ids, or of the file where ids are no numbers; n = pairs"
    ),
    .init(
      id: "tightness-bias-window",
      summary: "tightness of one stretch of the annotator's objects after the other",
      unit: "log ratio",
      formula: """
        mean of ½·ln(area / reference area) over 200 objects in the order of ids (or of the file), or over a 50th of \
        them where that is more; t interval; n = pairs
        """
    ),
  ]

  /// Objects of a window.
  static let windowLength = 200
  /// Windows of a long series: longer ones are used in place of more.
  static let mostWindows = 50

  /// The drift, and the bias of every window where there are two or more.
  func records(_ slice: SliceLabel) -> [MetricRecord] {
    let drift = MetricRecord("tightness-drift", slice, drift, n: values.count)
    guard windows.count > 1 else { return [drift] }
    return [drift]
      + windows.enumerated().map { number, moments in
        let start = number * length
        let end = min(start + length, values.count)
        return MetricRecord(
          "tightness-bias-window",
          slice.with(.window, "\(start + 1)–\(end)"),
          moments
        )
      }
  }

  /// The largest distance of the running sum of deviations from its mean path, in units in which chance
  /// alone reaches 1.358 in 5 of 100 cases.
  private var drift: Measured {
    // Sums without rounding: those of the windows are those of all.
    var moments = Moments()
    for window in windows { moments.merge(window) }
    guard values.count >= 2, let mean = moments.mean.value,
      let deviation = moments.standardDeviation.value, deviation > 0
    else { return .undefined(.noVariation) }
    var (sum, largest) = (0.0, 0.0)
    for value in values {
      sum += value - mean
      largest = max(largest, abs(sum))
    }
    return .value(largest / (deviation * Double(values.count).squareRoot()))
  }
}

extension MetricRecord {
  /// A mean with its t interval.
  fileprivate init(_ id: String, _ slice: SliceLabel, _ moments: Moments) {
    self.init(
      id,
      slice,
      moments.mean,
      n: moments.n,
      interval: moments.meanInterval95.map {
        Interval(low: $0.low, high: $0.high, method: "t-95")
      }
    )
  }
}
