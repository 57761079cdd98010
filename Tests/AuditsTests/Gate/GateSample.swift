import Audits
import Findings

/// Reports and clauses that tests of the gate are made of.
enum GateSample {
  static func record(
    _ id: String,
    _ value: Double,
    n: Int,
    _ low: Double? = nil,
    _ high: Double? = nil,
    method: String = "test",
    slice: [SliceKey: String] = [:]
  ) -> MetricRecord {
    let interval = low.flatMap { low in
      high.map { MetricRecord.Interval(low: low, high: $0, method: method) }
    }
    return MetricRecord(
      id: id,
      slice: SliceLabel(slice),
      outcome: .number(value, n: n, interval: interval)
    )
  }

  static func report(
    _ metrics: [MetricRecord] = [],
    command: String = "compare",
    parameters: [String: AuditReport.ParameterValue] = [:],
    images: Int = 100,
    annotations: Int = 1000,
    quarantined: Int = 0,
    findings: AuditReport.FindingSummary = .init(total: 0, rules: [], items: [])
  ) -> AuditReport {
    AuditReport(
      tool: .current,
      command: command,
      parameters: parameters,
      inputs: [
        .init(
          role: "a",
          name: "a.json",
          format: "coco",
          detected: "",
          sha256: "",
          images: images,
          annotations: annotations,
          categories: 2,
          quarantined: quarantined
        )
      ],
      metrics: metrics,
      findings: findings
    )
  }

  /// Findings of one rule, each with a letter for its box; `count` where not all are kept.
  static func summary(
    _ letters: String,
    rule: String = "duplicate-box",
    count: Int? = nil
  ) -> AuditReport.FindingSummary {
    let items = letters.unicodeScalars.enumerated().map { index, letter in
      Finding(
        rule: rule,
        severity: .error,
        image: "\(letter).jpg",
        annotation: "\(index)",
        category: "cat",
        box: [Double(letter.value), 0, 1, 1],
        message: "twice"
      )
    }
    return .init(
      total: count ?? items.count,
      rules: [.init(id: rule, severity: .error, summary: "", count: count ?? items.count)],
      items: items
    )
  }

  static func clause(
    _ metric: String,
    _ promise: Policy.Promise,
    slice: [SliceKey: String] = [:],
    iou: Double? = nil,
    bound: Policy.Bound? = nil,
    minimumN: Int = 30,
    severity: Verdict = .fail,
    line: Int = 3
  ) -> Policy.Clause {
    Policy.Clause(
      metric: metric,
      slice: SliceLabel(slice),
      iou: iou,
      promise: promise,
      bound: bound,
      minimumN: minimumN,
      severity: severity,
      place: "p.yml:\(line)"
    )
  }
}
