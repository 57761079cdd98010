import Findings

extension GateResult.Clause {
  /// `dice (category=car) >= 0.7: fail: dice 0.58 [0.51, 0.64] (n 120) is not >= 0.7`.
  var sentence: String { "\(title): \(verdict.inWords): \(reason)" }

  /// `dice (category=car) >= 0.7`.
  var title: String {
    "\(metric)\(slice == .overall ? "" : " (\(slice))") \(target)"
  }
}

extension AuditReport.FindingSummary {
  /// Those that are to be told: neither in the baseline nor waived.
  var told: [Finding] { items.filter { $0.standing == nil || $0.standing == .new } }
}
