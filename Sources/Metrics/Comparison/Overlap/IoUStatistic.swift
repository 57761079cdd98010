import Findings

/// One of the numbers that describe a distribution of IoU.
struct IoUStatistic: Hashable, Sendable {
  var id: String
  /// The tier of an `iou-share`.
  var tier: Double?

  static let mean = IoUStatistic(id: "iou-mean")
  static let deviation = IoUStatistic(id: "iou-sd")
  static let minimum = IoUStatistic(id: "iou-min")
  static let unmatchedZero = IoUStatistic(id: "iou-mean-unmatched-zero")

  static let quantiles: [(statistic: IoUStatistic, share: Double)] = [
    (IoUStatistic(id: "iou-p05"), 0.05), (IoUStatistic(id: "iou-p10"), 0.1),
    (IoUStatistic(id: "iou-p25"), 0.25), (IoUStatistic(id: "iou-median"), 0.5),
    (IoUStatistic(id: "iou-p75"), 0.75), (IoUStatistic(id: "iou-p90"), 0.9),
  ]

  static let shares = [0.5, 0.65, 0.75, 0.85, 0.9].map { IoUStatistic(id: "iou-share", tier: $0) }

  /// Every statistic in the order of `IoUGroup.Summary.values`.
  static let all =
    [mean, deviation, minimum] + quantiles.map(\.statistic) + shares + [unmatchedZero]
}
