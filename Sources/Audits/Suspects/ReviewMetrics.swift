import Findings
import Statistics

/// What the verdicts on a queue say of the suspects and of all labels.
enum ReviewMetrics {
  /// How many of the last decisions stand for what was not reviewed.
  private static let tail = 50

  /// None where nothing was decided; no defect rate where the queue holds suspects only.
  static func records(_ queue: ReviewQueue) -> [MetricRecord] {
    let decided = queue.entries.filter { $0.verdict?.isError != nil }
    guard !decided.isEmpty else { return [] }
    let suspects = decided.filter(\.isSuspect)
    return [
      SuspectMetrics.proportion(
        "suspect-precision",
        .overall,
        errors(suspects),
        of: suspects.count,
        reason: "no suspect was reviewed"
      ),
      MetricRecord(
        id: "reviewed",
        slice: .overall,
        outcome: .number(Double(decided.count), n: queue.entries.count, interval: nil)
      ),
    ] + (queue.isComplete ? [defectRate(decided, of: queue.entries.count)] : [])
  }

  private static func errors(_ entries: [ReviewQueue.Entry]) -> Int {
    entries.count { $0.verdict?.isError == true }
  }

  /// Errors found, and what was not reviewed taken to be as wrong as the last labels that were.
  ///
  /// A queue becomes less wrong along its way, so the number is rather too high than too low. Its
  /// interval goes from "nothing else is wrong" to the upper Wilson limit of those last labels.
  private static func defectRate(_ decided: [ReviewQueue.Entry], of count: Int) -> MetricRecord {
    let found = errors(decided)
    guard decided.count < count else {
      return SuspectMetrics.proportion("defect-rate", .overall, found, of: count, reason: "")
    }
    let last = Array(decided.suffix(tail))
    let (rate, limit) = (
      Double(errors(last)) / Double(last.count),
      wilsonInterval(successes: errors(last), trials: last.count)?.high ?? 1
    )
    func share(_ rateOfRest: Double) -> Double {
      (Double(found) + Double(count - decided.count) * rateOfRest) / Double(count)
    }
    return MetricRecord(
      id: "defect-rate",
      slice: .overall,
      outcome: .number(
        share(rate),
        n: decided.count,
        interval: .init(low: share(0), high: min(1, share(limit)), method: "review-bounds")
      )
    )
  }
}
