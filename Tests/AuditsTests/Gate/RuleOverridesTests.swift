import Audits
import Findings
import Testing

@Suite("Rule settings of a policy")
struct RuleOverridesTests {
  private var report: AuditReport {
    let a = GateSample.summary("ab")
    let b = GateSample.summary("c", rule: "sub-pixel-box")
    return GateSample.report(
      [
        GateSample.record("findings", 3, n: 1000),
        GateSample.record("findings", 2, n: 1000, slice: [.rule: "duplicate-box"]),
        GateSample.record("findings", 1, n: 1000, slice: [.rule: "sub-pixel-box"]),
      ],
      command: "audit",
      findings: .init(total: 3, rules: a.rules + b.rules, items: a.items + b.items)
    )
  }

  @Test("take a rule out of findings and counts, and say so")
  func off() {
    let policy = Policy(
      clauses: [],
      limits: [
        .init(subject: .rule("duplicate-box"), maximum: .count(0), place: "p.yml:4"),
        .init(subject: .severity(.error), maximum: .count(1), place: "p.yml:5"),
      ],
      rules: [.init(id: "duplicate-box", isOn: false, place: "p.yml:4")]
    )
    let judged = Gate(policy).judged(report)
    #expect(judged.findings.total == 1 && judged.findings.items.map(\.rule) == ["sub-pixel-box"])
    #expect(judged.metrics.map(\.value) == [1, 1])
    #expect(judged.parameters["rule duplicate-box"] == .text("off; 2 findings left out"))
    #expect(judged.gate?.clauses.map(\.verdict) == [.notApplicable, .pass])
  }

  @Test("change a severity, for limits too")
  func severity() {
    let policy = Policy(
      clauses: [],
      limits: [.init(subject: .severity(.error), maximum: .count(1), place: "p.yml:5")],
      rules: [.init(id: "duplicate-box", severity: .info, place: "p.yml:4")]
    )
    let judged = Gate(policy).judged(report)
    #expect(judged.findings.items.map(\.severity) == [.info, .info, .error])
    #expect(judged.gate?.verdict == .pass)
  }

  @Test("change nothing when the judged report is judged again")
  func again() {
    let policy = Policy(
      clauses: [],
      limits: [],
      rules: [.init(id: "duplicate-box", severity: .info, place: "p.yml:4")]
    )
    let once = Gate(policy).judged(report)
    #expect(Gate(policy).judged(once) == once)
  }

  @Test(
    "limit a rate; as a sample, the end of its interval",
    arguments: [
      (Policy.Bound.value, 0.002, Verdict.pass), (.value, 0.0019, .fail), (.high, 0.002, .fail),
      (.high, 0.01, .pass),
    ]
  )
  func rate(bound: Policy.Bound, rate: Double, verdict: Verdict) {
    // 2 of 1,000: Wilson's upper end is .0073.
    let limit = Policy.Limit(
      subject: .rule("duplicate-box"),
      maximum: .rate(rate),
      bound: bound,
      place: "p.yml:4"
    )
    let result = Gate(Policy(clauses: [], limits: [limit])).judge(report)
    #expect(result.clauses.map(\.verdict) == [verdict])
    #expect(result.clauses[0].n == 1000)
  }

  @Test("set tolerances")
  func options() {
    for option in RuleOption.all {
      let policy = Policy(
        clauses: [],
        limits: [],
        rules: [.init(id: option.rule, options: [option.name: 7.5], place: "")]
      )
      #expect(RuleSettings().applying(policy) != RuleSettings(), "\(option.rule) \(option.name)")
      #expect(RuleCatalog.abouts.contains { $0.id == option.rule })
    }
  }
}
