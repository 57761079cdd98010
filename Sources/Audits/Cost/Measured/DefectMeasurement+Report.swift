package import Findings

extension DefectMeasurement {
  /// Takes a share of a report for the defect rate.
  ///
  /// - Parameters:
  ///   - id: Metric id: `defect-rate`, `annotator-error-rate`, ….
  ///   - slice: The part of the data.
  ///   - report: Any report.
  ///   - name: What the user calls it.
  /// - Throws: `CostProblem` where the report has no such number, or one that is no share.
  package init(
    _ id: String,
    _ slice: SliceLabel,
    in report: AuditReport,
    name: String
  ) throws(CostProblem) {
    let label = slice == .overall ? id : "\(id) (\(slice))"
    guard let record = report.metric(id, slice) else {
      throw CostProblem("\(name): has no '\(label)'\(Self.others(id, report))")
    }
    switch record.outcome {
    case .undefined(let reason):
      throw CostProblem("\(name): '\(label)' is undefined: \(reason)")
    case .number(let value, let n, let interval):
      guard 0...1 ~= value else {
        throw CostProblem("\(name): '\(label)' is \(value.messageText); a share was expected")
      }
      self.init(
        rate: value,
        n: n,
        // A report may have been changed by hand; an end outside of 0...1 means no more than 0 or 1.
        interval: interval.map {
          MetricRecord.Interval(
            low: min(max(0, $0.low), value),
            high: max(min(1, $0.high), value),
            method: $0.method
          )
        },
        source: "\(label) of \(name)"
      )
    }
  }

  /// What the report has instead: the same number of parts, or rates.
  private static func others(_ id: String, _ report: AuditReport) -> String {
    let slices = report.metrics.filter { $0.id == id }.map { "\($0.slice)" }
    if !slices.isEmpty {
      return "; it has that of \(slices.prefix(5).joined(separator: ", "))"
        + (slices.count > 5 ? ", …" : "")
    }
    var seen: Set<String> = []
    let rates = report.metrics.map(\.id).filter {
      $0.hasSuffix("-rate") && seen.insert($0).inserted
    }
    return rates.isEmpty ? "" : "; rates that it has are \(rates.joined(separator: ", "))"
  }
}
