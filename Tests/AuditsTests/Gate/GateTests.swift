import Audits
import Findings
import Testing

@Suite("The gate")
struct GateTests {
  private func record(
    _ id: String,
    _ value: Double,
    n: Int,
    _ low: Double? = nil,
    _ high: Double? = nil,
    slice: SliceLabel = .overall
  ) -> MetricRecord {
    let interval = low.flatMap { low in
      high.map { MetricRecord.Interval(low: low, high: $0, method: "test") }
    }
    return MetricRecord(id: id, slice: slice, outcome: .number(value, n: n, interval: interval))
  }

  private func judge(
    _ clauses: [Policy.Clause],
    limits: [Policy.Limit] = [],
    _ metrics: [MetricRecord],
    findings: [String: Int] = [:]
  ) -> GateResult {
    let report = AuditReport(
      tool: .current,
      command: "compare",
      parameters: [:],
      inputs: [],
      metrics: metrics,
      findings: .init(
        total: findings.values.reduce(0, +),
        rules: findings.sorted { $0.key < $1.key }.map {
          .init(id: $0.key, severity: .error, summary: "", count: $0.value)
        },
        items: []
      )
    )
    return Gate(Policy(clauses: clauses, limits: limits)).judge(report)
  }

  private func clause(
    _ metric: String,
    _ target: String,
    slice: SliceLabel = .overall,
    bound: Policy.Bound? = nil,
    minimumN: Int = 30,
    severity: Verdict = .fail
  ) throws -> Policy.Clause {
    Policy.Clause(
      metric: metric,
      slice: slice,
      promise: .target(try #require(Target(target))),
      bound: bound,
      minimumN: minimumN,
      severity: severity,
      place: "p.yml:3"
    )
  }

  @Test("gives LVIS200's six verdicts at .70, each under its own name")
  func lvis() throws {
    // Values and interval of α as DEFINITIONS §2 states them; the others compare the value.
    let metrics = [
      record("dice", 0.794, n: 3521), record("cohen-kappa", 0.9986, n: 1400),
      record("alpha", 0.6483, n: 2135, 0.605, 0.693),
      record("cohen-kappa-background", 0.6466, n: 2121),
      record("alpha-image-mean", 0.6889, n: 200),
      record("alpha", 0.7052, n: 2135, slice: SliceLabel([.iou: "0.3"])),
    ]
    let result = judge(
      [
        try clause("dice", ">= 0.70", bound: .value),
        try clause("cohen-kappa", ">= 0.70", bound: .value),
        try clause("alpha", ">= 0.70"),
        try clause("cohen-kappa-background", ">= 0.70", bound: .value),
        try clause("alpha-image-mean", ">= 0.70", bound: .value),
        try clause("alpha", ">= 0.70", slice: SliceLabel([.iou: "0.3"]), bound: .value),
      ],
      metrics
    )
    // κ with ∅ misses its target, but DEFINITIONS §2 lets no gate rest on it.
    #expect(result.clauses.map(\.verdict) == [.pass, .pass, .fail, .warn, .fail, .pass])
    #expect(result.clauses[3].reason.contains("is not >= 0.7; not gated: "))
    #expect(result.verdict == .fail)
  }

  @Test(
    "decides by the interval",
    arguments: [
      (">= 0.7", 0.8, 0.71, 0.9, Verdict.pass), (">= 0.7", 0.8, 0.69, 0.9, .inconclusive),
      (">= 0.7", 0.6, 0.5, 0.71, .inconclusive), (">= 0.7", 0.6, 0.5, 0.69, .fail),
      ("<= 0.1", 0.05, 0.02, 0.09, .pass), ("<= 0.1", 0.05, 0.02, 0.11, .inconclusive),
      ("<= 0.1", 0.2, 0.11, 0.3, .fail), ("> 0.7", 0.8, 0.7, 0.9, .inconclusive),
      ("< 0.1", 0.05, 0.02, 0.1, .inconclusive), (">= 0.7", 0.7, 0.7, 0.7, .pass),
    ]
  )
  func intervals(target: String, value: Double, low: Double, high: Double, verdict: Verdict) throws
  {
    let result = judge([try clause("dice", target)], [record("dice", value, n: 100, low, high)])
    #expect(result.clauses.map(\.verdict) == [verdict], "\(result.clauses[0].reason)")
  }

  @Test("is inconclusive with n = 4, without an interval to act on, and for an undefined number")
  func inconclusive() throws {
    let small = judge([try clause("dice", ">= 0.7")], [record("dice", 1, n: 4, 1, 1)])
    #expect(small.clauses[0].verdict == .inconclusive)
    #expect(small.clauses[0].reason.contains("n is below 30"))
    let bare = judge([try clause("dice", ">= 0.7")], [record("dice", 1, n: 400)])
    #expect(bare.clauses[0].verdict == .inconclusive)
    let undefined = MetricRecord(
      id: "cohen-kappa",
      slice: .overall,
      outcome: .undefined("one category")
    )
    let none = judge([try clause("cohen-kappa", ">= 0", bound: .value)], [undefined])
    #expect(none.clauses[0].verdict == .inconclusive)
    #expect(none.clauses[0].reason.contains("one category"))
  }

  @Test("says that a clause does not apply where the report has no such number")
  func notApplicable() throws {
    let result = judge([try clause("dice", ">= 0.7", slice: SliceLabel([.category: "yak"]))], [])
    #expect(result.clauses[0].verdict == .notApplicable)
    #expect(result.verdict == .notApplicable)
  }

  @Test("expands a star to every slice of the report, and takes a hyphen for the en dash")
  func slices() throws {
    let metrics = ["cat", "dog"].map {
      record("dice", 0.9, n: 50, 0.8, 1, slice: SliceLabel([.category: $0]))
    }
    let stars = judge([try clause("dice", ">= 0.7", slice: SliceLabel([.category: "*"]))], metrics)
    #expect(stars.clauses.map { $0.slice[.category] } == ["cat", "dog"])
    let crowded = SliceLabel([.complexity: "10–29", .annotator: "a"])
    let typed = SliceLabel([.complexity: "10-29", .annotator: "a"])
    let hyphen = judge(
      [try clause("missing-rate", "<= 0.5", slice: typed)],
      [record("missing-rate", 0.1, n: 99, 0, 0.2, slice: crowded)]
    )
    #expect(hyphen.clauses.map(\.verdict) == [.pass])
  }

  @Test("warns instead of failing where the clause says so")
  func warnings() throws {
    let result = judge(
      [try clause("dice", ">= 0.7", bound: .value, severity: .warn)],
      [record("dice", 0.5, n: 100)]
    )
    #expect(result.verdict == .warn)
  }

  @Test("limits the findings of a rule and of a severity")
  func limits() {
    let limits = [
      Policy.Limit(subject: .rule("degenerate-box"), maximum: .count(2), place: "p.yml:9"),
      Policy.Limit(subject: .severity(.error), maximum: .count(2), place: "p.yml:10"),
    ]
    let result = judge([], limits: limits, [], findings: ["degenerate-box": 2, "duplicate-box": 1])
    #expect(result.clauses.map(\.verdict) == [.pass, .fail])
    #expect(result.clauses[1].reason.contains("3 findings"))
  }

  @Test("reads targets and refuses what is none")
  func targets() {
    #expect(Target(">= 0.70") == Target(.atLeast, 0.7))
    #expect(Target("<5") == Target(.below, 5))
    for text in ["0.7", "=> 1", ">= x", ">= nan", ">=", ">= 1 2"] {
      #expect(Target(text) == nil, "\(text)")
    }
  }
}
